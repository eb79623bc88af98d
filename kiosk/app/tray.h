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
    // A folder that cannot be written to changes nothing for the visitor.
    void remember(visit::Tray tray) const;

private:
    std::filesystem::path file_;
};

}  // namespace pocketplan::app
