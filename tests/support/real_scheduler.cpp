#include "tests/support/real_scheduler.h"

#include <fstream>

#include <unistd.h>

#include "content/bytes_of_file.h"

namespace pocketplan::tests {

namespace fs = std::filesystem;

RealScheduler::RealScheduler(const RealPrinter& printer, const std::string& settings) {
    const int port = free_port();
    server_ = "localhost:" + std::to_string(port);
    char folder[] = "/tmp/scheduler.XXXXXX";
    folder_ = mkdtemp(folder);
    for (const char* name : {"spool", "spool/tmp", "cache", "state"}) fs::create_directories(folder_ / name);
    const auto in = [&](const char* name) { return (folder_ / name).string(); };
    // It saves immediately what it knows, for tests in which it crashes.
    std::ofstream(in("cupsd.conf")) << "Listen localhost:" << port << "\nBrowsing Off\nDefaultAuthType None\n"
                                    << settings << "\nWebInterface No\n"
                                    << "LogLevel info\nErrorPolicy abort-job\nDirtyCleanInterval 0\n"
                                    << "<Location />\nOrder allow,deny\nAllow localhost\n</Location>\n"
                                    << "<Policy default>\n<Limit All>\nOrder allow,deny\nAllow localhost\n</Limit>\n"
                                    << "</Policy>\n";
    std::ofstream(in("files.conf")) << "ServerRoot " << folder_.string() << "\nRequestRoot " << in("spool")
                                    << "\nTempDir " << in("spool/tmp") << "\nCacheDir " << in("cache") << "\nStateDir "
                                    << in("state") << "\nErrorLog " << in("error_log") << "\nAccessLog "
                                    << in("access_log") << "\nPageLog " << in("page_log")
                                    << "\nUser lp\nGroup lp\nSystemGroup root\n";
    run({"chown", "-R", "lp:lp", folder_.string()});  // cupsd refuses to run its jobs as root
    start();
    run({"lpadmin", "-h", server_, "-p", "office", "-E", "-v", printer.uri(), "-m", "everywhere", "-o",
         "printer-error-policy=abort-job"});
    // The queue exists immediately, but a thread of cupsd makes its driver, and starts the queue when it is done, even
    // if somebody stopped it meanwhile.
    eventually([&] {
        const auto log = content::bytes_of_file(in("error_log"));
        return log && log->find("is now available") != std::string::npos;
    });
    setenv("CUPS_SERVER", server_.c_str(), 1);
}

RealScheduler::~RealScheduler() {
    unsetenv("CUPS_SERVER");
    scheduler_.reset();
    fs::remove_all(folder_);
}

void RealScheduler::start() {
    scheduler_ =
        std::make_unique<Process>(std::vector<std::string>{"cupsd", "-f", "-c", (folder_ / "cupsd.conf").string(), "-s",
                                                           (folder_ / "files.conf").string()},
                                  (folder_ / "log").string());
    eventually([&] { return run({"lpstat", "-h", server_, "-r"}).out.find("is running") != std::string::npos; });
}

bool RealScheduler::has_queue() const {
    return run({"lpstat", "-h", server_, "-p", "office"}).status == 0;
}

std::size_t RealScheduler::documents() const {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(folder_ / "spool")) {
        count += entry.path().filename().string().starts_with("d") ? 1 : 0;
    }
    return count;
}

bool RealScheduler::idle() const {
    return run({"lpstat", "-h", server_, "-o"}).out.empty();
}

void RealScheduler::hold_jobs() const {
    run({"lpadmin", "-h", server_, "-p", "office", "-o", "job-hold-until-default=indefinite"});
}

void RealScheduler::tell(const std::string& program) const {
    run({program, "-h", server_, "office"});
}

}  // namespace pocketplan::tests
