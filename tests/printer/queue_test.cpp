// The printers that others wrote: ippeveprinter, driverless and behind a scheduler of our own (cupsd). Run as root.

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <unistd.h>

#include "printer/queue/printer.h"
#include "printer/queue/worker.h"
#include "tests/support/process.h"
#include "tests/support/real_printer.h"

namespace pocketplan::queue {
namespace {

namespace fs = std::filesystem;
using status::Progress;
using status::Trouble;
using tests::eventually;
using tests::RealPrinter;

std::vector<std::byte> read_bytes(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto* const bytes = reinterpret_cast<const std::byte*>(text.data());
    return {bytes, bytes + text.size()};
}

// A page that others can read, too large for one write.
std::vector<std::byte> sample_pdf() {
    std::string text =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>endobj\n";
    while (text.size() < 100000) text += "% padding, padding, padding, padding, padding, padding\n";
    text += "trailer<</Root 1 0 R>>\n%%EOF\n";
    const auto* const bytes = reinterpret_cast<const std::byte*>(text.data());
    return {bytes, bytes + text.size()};
}

std::unique_ptr<Printer> open(const std::string& uri) {
    return std::move(open_printer(uri, "pocketplan-test").value());
}

bool completes(Printer& printer, JobId job) {
    return eventually([&] { return printer.job(job).state == status::JobState::completed; });
}

TEST(IppPrinter, PrintsByteForByteUnderANeutralTitle) {
    const RealPrinter real(8641, RealPrinter::Pace::slow);
    const auto printer = open(real.uri());
    const auto pdf = sample_pdf();
    const auto job = printer->submit(pdf);
    ASSERT_TRUE(job);
    ASSERT_TRUE(completes(*printer, *job));
    ASSERT_EQ(real.spool().size(), 1U);
    EXPECT_EQ(real.spool()[0].filename(), "1-document.pdf");
    EXPECT_EQ(read_bytes(real.spool()[0]), pdf);
}

TEST(IppPrinter, SaysThatPaperIsOutAndGoesOnWhenItIsIn) {
    const RealPrinter real(8642, RealPrinter::Pace::slow);
    const auto printer = open(real.uri());
    EXPECT_EQ(status::judge_printer(printer->device()), Trouble::none);
    real.take_paper_out();
    const auto job = printer->submit(sample_pdf());
    ASSERT_TRUE(job);
    EXPECT_TRUE(eventually(
        [&] { return status::judge_job(printer->job(*job), printer->device()).trouble == Trouble::out_of_paper; }));
    real.put_paper_in();
    EXPECT_TRUE(completes(*printer, *job));
}

TEST(IppPrinter, CancelsAndFindsOnlyItsOwnJobs) {
    const RealPrinter real(8643, RealPrinter::Pace::slow);
    const auto printer = open(real.uri());
    const auto other = std::move(open_printer(real.uri(), "somebody-else").value());
    const auto job = printer->submit(sample_pdf());
    ASSERT_TRUE(job);
    EXPECT_EQ(printer->unfinished_jobs().value(), std::vector{*job});
    EXPECT_EQ(other->unfinished_jobs().value(), std::vector<JobId>{});
    EXPECT_TRUE(eventually([&] { return printer->cancel(*job); }));
    EXPECT_EQ(printer->unfinished_jobs().value(), std::vector<JobId>{});
}

TEST(IppPrinter, OneThatIsUnpluggedIsGone) {
    RealPrinter real(8644);
    const auto printer = open(real.uri());
    EXPECT_EQ(status::judge_printer(printer->device()), Trouble::none);
    real.unplug();
    EXPECT_EQ(status::judge_printer(printer->device()), Trouble::gone);
    EXPECT_EQ(printer->submit(sample_pdf()).error(), SubmitFault::unreachable);
}

TEST(IppPrinter, OneThatHangsIsLetGoOf) {
    const RealPrinter real(8645);
    real.hang();
    Worker worker(
        open(real.uri()), [] {}, std::chrono::milliseconds(20));
    const auto pdf = sample_pdf();
    worker.print(pdf);
    // Its thread is inside a request now, which stop() ends by shutting the socket down.
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    EXPECT_TRUE(worker.stop(std::chrono::seconds(2)));
    real.go_on();
}

TEST(IppPrinter, TheWorkerFollowsARealJobToItsEnd) {
    const RealPrinter real(8646, RealPrinter::Pace::quick);
    Worker worker(
        open(real.uri()), [] {}, std::chrono::milliseconds(50));
    const auto pdf = sample_pdf();
    worker.print(pdf);
    EXPECT_TRUE(eventually([&] {
        const auto reports = worker.take_reports();
        return std::any_of(reports.begin(), reports.end(),
                           [](const Report& r) { return r.progress == Progress::done; });
    }));
}

// A scheduler of our own, on a port of its own, with one queue to a real printer.
class Scheduler {
public:
    Scheduler(int port, const RealPrinter& printer) : port_(port) {
        char folder[] = "/tmp/scheduler.XXXXXX";
        folder_ = mkdtemp(folder);
        for (const char* name : {"spool", "spool/tmp", "cache", "state"}) fs::create_directories(folder_ / name);
        const auto in = [&](const char* name) { return (folder_ / name).string(); };
        std::ofstream(in("cupsd.conf"))
            << "Listen localhost:" << port << "\nBrowsing Off\nDefaultAuthType None\n"
            << "PreserveJobFiles No\nPreserveJobHistory 60\nWebInterface No\n"
            << "<Location />\nOrder allow,deny\nAllow localhost\n</Location>\n"
            << "<Policy default>\n<Limit All>\nOrder allow,deny\nAllow localhost\n</Limit>\n"
            << "</Policy>\n";
        std::ofstream(in("files.conf")) << "ServerRoot " << folder_.string() << "\nRequestRoot " << in("spool")
                                        << "\nTempDir " << in("spool/tmp") << "\nCacheDir " << in("cache")
                                        << "\nStateDir " << in("state") << "\nErrorLog " << in("error_log")
                                        << "\nAccessLog " << in("access_log") << "\nPageLog " << in("page_log")
                                        << "\nUser lp\nGroup lp\nSystemGroup root\n";
        tests::run({"chown", "-R", "lp:lp", folder_.string()});  // cupsd refuses to run its jobs as root
        scheduler_ = std::make_unique<tests::Process>(
            std::vector<std::string>{"cupsd", "-f", "-c", in("cupsd.conf"), "-s", in("files.conf")}, in("log"));
        const std::string server = "localhost:" + std::to_string(port);
        eventually([&] {
            return tests::run({"lpstat", "-h", server, "-r"}).out.find("is running") != std::string::npos;
        });
        tests::run({"lpadmin", "-h", server, "-p", "office", "-E", "-v", printer.uri(), "-m", "everywhere"});
        setenv("CUPS_SERVER", server.c_str(), 1);
    }
    ~Scheduler() {
        unsetenv("CUPS_SERVER");
        scheduler_.reset();
        fs::remove_all(folder_);
    }
    [[nodiscard]] bool has_queue() const {
        return tests::run({"lpstat", "-h", "localhost:" + std::to_string(port_), "-p", "office"}).status == 0;
    }
    // Documents that lie in the spool ("d00001-001"); what is known of a job ("c00001") names none of its content.
    [[nodiscard]] std::size_t documents() const {
        std::size_t count = 0;
        for (const auto& entry : fs::directory_iterator(folder_ / "spool")) {
            count += entry.path().filename().string().starts_with("d") ? 1 : 0;
        }
        return count;
    }

private:
    int port_;
    fs::path folder_;
    std::unique_ptr<tests::Process> scheduler_;
};

TEST(CupsQueue, PrintsThroughTheLocalSchedulerWhichKeepsNoFile) {
    const RealPrinter real(8647, RealPrinter::Pace::slow);
    const Scheduler scheduler(8648, real);
    ASSERT_TRUE(scheduler.has_queue());
    const auto printer = open("cups:office");
    EXPECT_EQ(status::judge_printer(printer->device()), Trouble::none);
    const auto job = printer->submit(sample_pdf());
    ASSERT_TRUE(job);
    EXPECT_TRUE(completes(*printer, *job));
    EXPECT_EQ(real.spool().size(), 1U);
    EXPECT_EQ(printer->unfinished_jobs().value(), std::vector<JobId>{});
    EXPECT_TRUE(eventually([&] { return scheduler.documents() == 0; }));
}

TEST(CupsQueue, AQueueThatIsNotThereIsGone) {
    setenv("CUPS_SERVER", "localhost:8649", 1);
    const auto printer = open("cups:nowhere");
    EXPECT_EQ(status::judge_printer(printer->device()), Trouble::gone);
    unsetenv("CUPS_SERVER");
}

}  // namespace
}  // namespace pocketplan::queue
