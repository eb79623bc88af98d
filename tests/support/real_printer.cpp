#include "tests/support/real_printer.h"

#include <algorithm>
#include <fstream>

#include <unistd.h>

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

// On loopback only: nothing of a test is told to any network.
void write_avahi_settings(const fs::path& file) {
    std::ofstream(file) << "[server]\nallow-interfaces=lo\nuse-ipv4=yes\nuse-ipv6=no\nenable-dbus=yes\n"
                           "[wide-area]\nenable-wide-area=no\n[publish]\npublish-workstation=no\n";
}

}  // namespace

RealPrinter::RealPrinter(int port, Pace pace) : port_(port) {
    char folder[] = "/tmp/real_printer.XXXXXX";
    folder_ = mkdtemp(folder);
    fs::create_directories(folder_ / "spool");
    fs::create_directories("/run/dbus");
    if (!bus_runs()) {
        fs::remove("/run/dbus/pid");
        bus_ = std::make_unique<Process>(std::vector<std::string>{"dbus-daemon", "--system", "--nofork"});
        eventually(bus_runs);
    }
    if (!avahi_runs()) {
        write_avahi_settings(folder_ / "avahi.conf");
        avahi_ = std::make_unique<Process>(std::vector<std::string>{
            "avahi-daemon", "-f", (folder_ / "avahi.conf").string(), "--no-drop-root", "--no-chroot", "--no-rlimits"});
        eventually(avahi_runs);
    }
    std::vector<std::string> call{"ippeveprinter",
                                  "-p",
                                  std::to_string(port),
                                  "-d",
                                  (folder_ / "spool").string(),
                                  "-k",
                                  "-f",
                                  "application/pdf,image/pwg-raster",
                                  "-r",
                                  "off"};
    if (pace == Pace::quick) call.insert(call.end(), {"-c", "/bin/true"});
    call.push_back("TestPrinter" + std::to_string(port));
    printer_ = std::make_unique<Process>(call, (folder_ / "log").string());
    eventually([&] { return ready(); });
}

RealPrinter::~RealPrinter() {
    printer_.reset();
    fs::remove_all(folder_);
}

bool RealPrinter::ready() const {
    return run({"curl", "-s", "-o", "/dev/null", "http://localhost:" + std::to_string(port_) + "/"}).status == 0;
}

std::vector<fs::path> RealPrinter::spool() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder_ / "spool")) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void RealPrinter::load(int sheets) const {
    const std::string level = std::to_string(sheets);
    run({"curl", "-s", "-o", "/dev/null",
         "http://localhost:" + std::to_string(port_) + "/media?size1=na_letter_8.5x11in&type1=stationery&level1=" +
             level + "&size3=na_number-10_4.125x9.5in&type3=envelope&level3=" + level});
}

}  // namespace pocketplan::tests
