#include "tests/support/shipped_machine.h"

#include <fstream>

#include "tests/support/text_of_file.h"

namespace pocketplan::tests {

namespace fs = std::filesystem;

ShippedMachine::ShippedMachine() {
    const auto shipped = fs::path(SOURCE_DIR) / "systemd";
    write("proc/swaps", "Filename\tType\tSize\tUsed\tPriority\n");
    write("proc/sys/kernel/core_pattern", "|/bin/false\n");
    write("proc/sys/fs/suid_dumpable", "0\n");
    write("proc/cmdline", "root=/dev/sda1 init_on_free=1 quiet\n");
    write("proc/self/status", "Name:\tpocketplan\nNoNewPrivs:\t1\nSeccomp:\t2\n");
    write("etc/cups/cupsd.conf", "LogLevel warn\nPageLogFormat %p\n" + text_of_file(shipped / "cupsd.conf"));
    write("usr/lib/systemd/system/cups.service.d/pocketplan.conf", text_of_file(shipped / "cups.service.conf"));
    write("usr/lib/systemd/journald@pocketplan.conf.d/pocketplan.conf", text_of_file(shipped / "pocketplan.journald"));
}

void ShippedMachine::write(const fs::path& file, const std::string& text) const {
    fs::create_directories((root() / file).parent_path());
    std::ofstream(root() / file) << text;
}

}  // namespace pocketplan::tests
