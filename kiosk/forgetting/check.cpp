// pocketplan-check: run as root by the unit before the kiosk (ExecStartPre=+). Checks what the kiosk's own user cannot
// see, and leaves the verdict beside the kiosk's runtime folder. Exit status: 0 if it was written, otherwise 1.

#include <cstdio>

#include "kiosk/forgetting/checks.h"
#include "kiosk/machine/service.h"

int main() {
    using namespace pocketplan;
    const auto folder = forgetting::verdict_folder(machine::runtime_folder());
    if (folder.empty()) {
        std::fputs("pocketplan-check: RUNTIME_DIRECTORY is not set; pocketplan.service runs this program\n", stderr);
        return 1;
    }
    if (forgetting::leave_verdict(folder, forgetting::examine_as_root("/"))) return 0;
    std::fprintf(stderr, "pocketplan-check: no verdict can be written to %s, or others can write there, too\n",
                 folder.c_str());
    return 1;
}
