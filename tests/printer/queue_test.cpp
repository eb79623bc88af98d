// A real driverless printer (ippeveprinter) and its faults. Run as root.

#include <fstream>

#include "tests/printer/print_test.h"
#include "tests/support/real_printer.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::queue {
namespace {

namespace fs = std::filesystem;
using status::Notice;
using status::Progress;
using status::Trouble;
using tests::eventually;
using tests::free_port;
using tests::RealPrinter;

TEST(IppPrinter, PrintsByteForByteUnderANeutralTitle) {
    const RealPrinter real(free_port());
    const auto printer = open(real.uri());
    const auto pdf = sample_pdf("plan");
    const auto job = printer->submit({pdf});
    ASSERT_TRUE(job);
    ASSERT_TRUE(completes(*printer, *job));
    ASSERT_EQ(real.spool().size(), 1U);
    EXPECT_EQ(real.spool()[0].filename(), "1-document.pdf");
    EXPECT_EQ(read_bytes(real.spool()[0]), pdf);
}

TEST(IppPrinter, TellsWhatIsLoadedAndWhatItTakes) {
    const RealPrinter real(free_port());
    const auto device = open(real.uri())->device();
    ASSERT_EQ(device.media.size(), 2U);
    EXPECT_EQ(device.media[0].name, "na_letter_8.5x11in");
    EXPECT_EQ(device.media[0].width, 21590);
    EXPECT_EQ(device.media[0].length, 27940);
    EXPECT_EQ(device.margins, (status::Margins{635, 635, 635, 635}));
    EXPECT_TRUE(device.takes_pdf);
    EXPECT_TRUE(device.takes_raster);
    EXPECT_EQ(device.colour, status::Colour::monochrome);
    EXPECT_EQ(status::choose_paper(device), status::PaperKind::letter);
}

TEST(IppPrinter, ClearsOnlyItsOwnJobs) {
    const RealPrinter real(free_port());
    real.take_paper_out();
    const auto printer = open(real.uri());
    const auto other = std::move(open_printer(real.uri(), "somebody-else").value());
    const auto job = printer->submit({sample_pdf("plan")});
    ASSERT_TRUE(job);
    EXPECT_EQ(other->clear(), Clearing::clear);
    EXPECT_EQ(real.unfinished_jobs(), 1U);
    // This printer notices a cancelled job only once it has paper.
    EXPECT_EQ(printer->clear(), Clearing::not_yet);
    real.put_paper_in();
    EXPECT_TRUE(eventually([&] { return printer->clear() == Clearing::clear; }));
    EXPECT_EQ(real.unfinished_jobs(), 0U);
    EXPECT_EQ(printer->job(*job).state, status::JobState::cancelled);
}

// Out of paper before the job, while it waits, and while it prints; each ends with the visit.
TEST(Fault, OutOfPaperBeforeTheJobIsToldAndMendedByLoadingIt) {
    const RealPrinter real(free_port());
    real.take_paper_out();
    Visit visit(real.uri());
    EXPECT_TRUE(visit.hears_of_printer(Trouble::out_of_paper));
    visit.print("plan");
    EXPECT_TRUE(visit.hears_of_job(Trouble::out_of_paper));
    EXPECT_FALSE(visit.was_done());
    real.put_paper_in();
    EXPECT_TRUE(visit.hears_progress(Progress::done));
    EXPECT_EQ(real.spool().size(), 1U);
}

TEST(Fault, OutOfPaperDuringTheJobIsToldAndWhatIsLeftIsCancelledWithTheVisit) {
    const RealPrinter real(free_port());
    Visit visit(real.uri());
    visit.print("plan");
    EXPECT_TRUE(visit.hears_progress(Progress::printing));
    real.take_paper_out();
    EXPECT_TRUE(visit.hears_of_job(Trouble::out_of_paper));
    visit.forget_reports();
    visit.cancel();
    EXPECT_TRUE(visit.queue_is(QueueState::clear));
    visit.end();
    real.put_paper_in();
    expect_only_the_next_prints(real, real.uri());
}

TEST(Fault, AVisitThatEndsAnyhowLeavesItsJobToTheNextProcessWhichCancelsIt) {
    const RealPrinter real(free_port());
    real.take_paper_out();
    {
        Visit visit(real.uri());
        visit.print("plan");
        EXPECT_TRUE(visit.hears_of_job(Trouble::out_of_paper));
        EXPECT_TRUE(visit.end());
    }
    EXPECT_EQ(real.unfinished_jobs(), 1U);
    // Staff refill the paper, and the previous visitor's plan must not come out. This printer is slow to act on it.
    Visit next(real.uri());
    EXPECT_TRUE(next.queue_is(QueueState::uncertain));
    next.print("too early");
    EXPECT_TRUE(next.hears_of_job(Trouble::leftover));
    real.put_paper_in();
    EXPECT_TRUE(next.queue_is(QueueState::clear));
    next.end();
    EXPECT_EQ(open(real.uri())->job(JobId(1)).state, status::JobState::cancelled);
    expect_only_the_next_prints(real, real.uri());
}

TEST(Fault, OutOfPaperAfterTheJobDoesNotTakeItsSuccessBack) {
    const RealPrinter real(free_port(), RealPrinter::Pace::quick);
    Visit visit(real.uri());
    visit.print("plan");
    EXPECT_TRUE(visit.hears_progress(Progress::done));
    visit.forget_reports();
    real.take_paper_out();
    EXPECT_TRUE(visit.hears_of_printer(Trouble::out_of_paper));
    visit.end();
    real.put_paper_in();
    expect_only_the_next_prints(real, real.uri());
}

TEST(Fault, TonerThatIsLowOrSaidToBeUsedUpIsForStaffAndStopsNobody) {
    const RealPrinter real(free_port(), RealPrinter::Pace::quick);
    for (const int level : {5, 0}) {
        real.set_toner(level);
        Visit visit(real.uri());
        EXPECT_TRUE(visit.hears([](const Report& r) {
            return r.kind == Report::Kind::printer && r.trouble == Trouble::none &&
                   r.notices == std::vector{Notice::toner_low};
        }));
        visit.print("plan");
        EXPECT_TRUE(visit.hears_progress(Progress::done));
    }
}

TEST(Fault, AJobThatThePrinterAbortsIsNoSuccess) {
    const RealPrinter real(free_port(), RealPrinter::Setup{.command = "/bin/false"});
    Visit visit(real.uri());
    visit.print("plan");
    EXPECT_TRUE(visit.hears_of_job(Trouble::failed));
    EXPECT_TRUE(visit.queue_is(QueueState::clear));
    EXPECT_FALSE(visit.was_done());
}

TEST(Fault, APrinterThatHangsIsGoneAndPrintingIsRefusedUntilItIsKnownToBeClear) {
    const RealPrinter real(free_port());
    {
        Visit visit(real.uri());
        visit.print("plan");
        EXPECT_TRUE(visit.hears_progress(Progress::printing));
        real.hang();
        EXPECT_TRUE(visit.hears_of_job(Trouble::gone));
        EXPECT_TRUE(visit.end());
    }
    {
        Visit next(real.uri());
        EXPECT_TRUE(next.queue_is(QueueState::uncertain));
        next.print("next");
        EXPECT_TRUE(next.hears_of_job(Trouble::leftover));
        next.forget_reports();
        real.go_on();
        EXPECT_TRUE(next.queue_is(QueueState::clear));
    }
    expect_only_the_next_prints(real, real.uri());
}

TEST(Fault, OneThatIsUnpluggedInMidJobAndComesBackPrintsOnlyTheNext) {
    RealPrinter real(free_port());
    Visit visit(real.uri());
    visit.print("plan");
    EXPECT_TRUE(visit.hears_progress(Progress::printing));
    real.unplug();
    EXPECT_TRUE(visit.hears_of_job(Trouble::gone));
    EXPECT_EQ(open(real.uri())->submit({sample_pdf("plan")}).error(), SubmitFault::unreachable);
    real.plug_in();
    EXPECT_TRUE(visit.hears_of_job(Trouble::failed));  // it no longer knows the job
    EXPECT_TRUE(visit.queue_is(QueueState::clear));
    EXPECT_FALSE(visit.was_done());
    visit.end();
    expect_only_the_next_prints(real, real.uri());
}

TEST(Fault, APrinterThatTakesRasterOnlyIsGivenNoJob) {
    const RealPrinter real(free_port(), RealPrinter::Setup{.formats = "image/pwg-raster"});
    Visit visit(real.uri());
    EXPECT_TRUE(visit.hears_of_printer(Trouble::no_pdf));
    visit.print("plan");
    EXPECT_TRUE(visit.hears_of_job(Trouble::no_pdf));
    EXPECT_TRUE(real.spool().empty());
}

TEST(Fault, OneThatAsksToSignInIsToldNothing) {
    const RealPrinter real(free_port(), RealPrinter::Setup{.options = {"-A"}});
    Visit visit(real.uri());
    visit.print("plan");
    EXPECT_TRUE(visit.hears_of_job(Trouble::sign_in));
    EXPECT_TRUE(real.spool().empty());
}

// The certificate of a printer, as docs/OPERATING.md has staff look it up.
std::string fingerprint_shown_by(int port) {
    const auto told = tests::run({"sh", "-c",
                                  "openssl s_client -connect localhost:" + std::to_string(port) +
                                      " </dev/null 2>/dev/null | openssl x509 -noout -fingerprint -sha256"});
    const auto at = told.out.find('=');
    return at == std::string::npos ? "" : told.out.substr(at + 1, 95);
}

class CertificateTest : public testing::Test {
protected:
    [[nodiscard]] RealPrinter::Setup setup() const {
        return {.command = "/bin/true", .options = {"-K", keys.path().string()}};
    }

    const tests::TemporaryFolder keys{"keys"};
    RealPrinter real{free_port(), setup()};
};

TEST_F(CertificateTest, TheOneThatIsNamedIsPrintedTo) {
    const auto pin = fingerprint_shown_by(real.port());
    ASSERT_EQ(pin.size(), 95U);
    const auto printer = open_printer(real.uri("ipps"), our_name, Cleartext::refused, pin);
    ASSERT_TRUE(printer);
    EXPECT_EQ(status::judge_printer((*printer)->device()), Trouble::none);
    const auto job = (*printer)->submit({sample_pdf("plan")});
    ASSERT_TRUE(job);
    EXPECT_TRUE(completes(**printer, *job));
    EXPECT_EQ((*printer)->clear(), Clearing::clear);
}

TEST_F(CertificateTest, AnotherOneIsSentNothing) {
    const auto printer = open_printer(real.uri("ipps"), our_name, Cleartext::refused, std::string(64, 'a'));
    ASSERT_TRUE(printer);
    EXPECT_EQ(status::judge_printer((*printer)->device()), Trouble::wrong_certificate);
    EXPECT_EQ((*printer)->submit({sample_pdf("plan")}).error(), SubmitFault::wrong_certificate);
    EXPECT_EQ((*printer)->clear(), Clearing::wrong_certificate);
    EXPECT_TRUE(real.spool().empty());
    EXPECT_EQ(real.unfinished_jobs(), 0U);
}

}  // namespace
}  // namespace pocketplan::queue
