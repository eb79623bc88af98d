// pocketplan-check: what the unit runs as root before the kiosk (ExecStartPre=+). Looks at what the kiosk's own user
// cannot see, and leaves what it found in the kiosk's runtime folder. Exit status: 0 the verdict was left, 1 it was
// not.

#include <cstdio>

#include "kiosk/machine/checks.h"
#include "kiosk/machine/service.h"

int main() {
    using namespace pocketplan;
    const auto folder = machine::runtime_folder();
    if (folder.empty()) {
        std::fputs("pocketplan-check: no RUNTIME_DIRECTORY; it is pocketplan.service that runs this\n", stderr);
        return 1;
    }
    const auto file = folder / machine::verdict_name;
    if (machine::leave_verdict(file, machine::examine_as_root("/"))) return 0;
    std::fprintf(stderr, "pocketplan-check: %s cannot be written\n", file.c_str());
    return 1;
}
