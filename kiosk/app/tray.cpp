#include "kiosk/app/tray.h"

#include <cstdlib>
#include <fstream>

#include "kiosk/machine/service.h"

namespace pocketplan::app {

TrayMemory::TrayMemory(const std::filesystem::path& folder) {
    if (!folder.empty()) file_ = folder / "paper-not-confirmed";
}

TrayMemory TrayMemory::of_this_machine() {
    return TrayMemory(machine::state_folder());
}

visit::Tray TrayMemory::recall() const {
    std::error_code error;
    return std::filesystem::exists(file_, error) ? visit::Tray::forgotten_sheet : visit::Tray::checked;
}

bool TrayMemory::remember(visit::Tray tray) const {
    if (file_.empty()) return true;
    std::error_code error;
    switch (tray) {
        case visit::Tray::checked:
            std::filesystem::remove(file_, error);
            return !error;
        case visit::Tray::forgotten_sheet:
            return std::ofstream(file_).flush().good();
    }
    std::abort();
}

}  // namespace pocketplan::app
