#pragma once

#include <filesystem>

#include "kiosk/visit/visit.h"

namespace pocketplan::app {

// Remembers, over a crash and a power cut, that a sheet may lie in the printer's tray which nobody said was in hand: an
// empty file in the state folder, and nothing of what is on the sheet. Driven by the Session.
class TrayMemory {
public:
    // `folder`: empty where this machine keeps no state; then a forgotten sheet is forgotten with the process.
    explicit TrayMemory(const std::filesystem::path& folder);
    // In the folder that systemd gives.
    static TrayMemory of_this_machine();

    [[nodiscard]] visit::Tray recall() const;
    // False where it could not be written, which changes nothing for the visitor.
    [[nodiscard]] bool remember(visit::Tray tray) const;

private:
    std::filesystem::path file_;
};

}  // namespace pocketplan::app
