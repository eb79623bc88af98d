#include "tests/support/real_printer.h"

#include <algorithm>
#include <fstream>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/support/temporary_folder.h"

namespace pocketplan::tests {
namespace {

namespace fs = std::filesystem;

bool bus_runs() {
    return run({"dbus-send", "--system", "--print-reply", "--dest=org.freedesktop.DBus", "/",
                "org.freedesktop.DBus.ListNames"})
               .status == 0;
}
bool avahi_runs() {
    return run({"avahi-daemon", "--check"}).status == 0;
}

// On loopback only: no test is announced to any network.
void write_avahi_settings(const fs::path& file) {
    std::ofstream(file) << "[server]\nallow-interfaces=lo\nuse-ipv4=yes\nuse-ipv6=no\nenable-dbus=yes\n"
                           "[wide-area]\nenable-wide-area=no\n[publish]\npublish-workstation=no\n";
}

// A printer announces itself over both. They are left running after the test, because another may be using them.
void start_services() {
    const int mine = open("/tmp/pocketplan_services", O_CREAT | O_CLOEXEC, 0600);
    flock(mine, LOCK_EX);
    if (!bus_runs()) {
        fs::create_directories("/run/dbus");
        fs::remove("/run/dbus/pid");
        run({"dbus-daemon", "--system", "--fork"});
        eventually(bus_runs);
    }
    if (!avahi_runs()) {
        const TemporaryFolder folder("avahi");
        write_avahi_settings(folder.path() / "avahi.conf");
        run({"avahi-daemon", "--daemonize", "-f", (folder.path() / "avahi.conf").string(), "--no-drop-root",
             "--no-chroot", "--no-rlimits"});
        eventually(avahi_runs);
    }
    close(mine);
}

}  // namespace

int free_port() {
    constexpr int first = 8700;
    constexpr int count = 100;
    static int next = getpid() % count;
    for (int tried = 0; tried < count; ++tried) {
        const int port = first + next++ % count;
        const int mine = open(("/tmp/pocketplan_port." + std::to_string(port)).c_str(), O_CREAT | O_CLOEXEC, 0600);
        if (flock(mine, LOCK_EX | LOCK_NB) != 0) {
            close(mine);
            continue;
        }
        const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        const bool free = bind(probe, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        close(probe);
        if (free) return port;  // and `mine` stays open as long as this process lives
        close(mine);
    }
    return first;
}

RealPrinter::RealPrinter(int port, Pace pace)
    : RealPrinter(port, pace == Pace::quick ? Setup{.command = "/bin/true"} : Setup{}) {}

RealPrinter::RealPrinter(int port, const Setup& setup) : port_(port) {
    char folder[] = "/tmp/real_printer.XXXXXX";
    folder_ = mkdtemp(folder);
    fs::create_directories(folder_ / "spool");
    start_services();
    call_ = {"ippeveprinter",
             "-p",
             std::to_string(port),
             "-d",
             (folder_ / "spool").string(),
             "-k",
             "-f",
             setup.formats,
             "-r",
             "off"};
    if (!setup.command.empty()) call_.insert(call_.end(), {"-c", setup.command});
    call_.insert(call_.end(), setup.options.begin(), setup.options.end());
    call_.push_back("TestPrinter" + std::to_string(port));
    plug_in();
}

void RealPrinter::plug_in() {
    printer_ = std::make_unique<Process>(call_, (folder_ / "log").string());
    eventually([&] { return ready(); });
}

RealPrinter::~RealPrinter() {
    printer_.reset();
    fs::remove_all(folder_);
}

bool RealPrinter::ready() const {
    return run({"curl", "-s", "-m", "3", "-o", "/dev/null", "http://localhost:" + std::to_string(port_) + "/"})
               .status == 0;
}

std::vector<fs::path> RealPrinter::spool() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder_ / "spool")) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::size_t RealPrinter::unfinished_jobs() const {
    const auto told = run({"ipptool", "-tv", uri(), "get-jobs.test"}).out;
    std::size_t count = 0;
    for (auto at = told.find("job-id (integer)"); at != std::string::npos; at = told.find("job-id (integer)", at + 1)) {
        ++count;
    }
    return count;
}

void RealPrinter::load(int sheets) const {
    const std::string level = std::to_string(sheets);
    visit_page("media?size1=na_letter_8.5x11in&type1=stationery&level1=" + level +
               "&size3=na_number-10_4.125x9.5in&type3=envelope&level3=" + level);
}

void RealPrinter::set_toner(int level) const {
    visit_page("supplies?supply0=25&supply1=" + std::to_string(level));
}

void RealPrinter::visit_page(const std::string& page) const {
    run({"curl", "-s", "-m", "3", "-o", "/dev/null", "http://localhost:" + std::to_string(port_) + "/" + page});
}

}  // namespace pocketplan::tests
