#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/e2e/shadowed_kiosk.h"
#include "tests/support/process.h"
#include "tests/support/real_screen.h"

namespace pocketplan::tests {

// The installed kiosk in a window of its own X server, touched by a real pointer. Its folders (home, temporary, state,
// runtime) are its own, and go with it.
class PlayedKiosk : public ShadowedKiosk {
public:
    explicit PlayedKiosk(Screen::Size size = {});
    ~PlayedKiosk();

    // False where its first screen does not come up as it should. `environment`: more variables of it.
    bool start(const std::string& printer, const std::vector<std::string>& environment = {});

    // Whether a visit ended, and its process became a new one.
    [[nodiscard]] bool was_replaced() const;

    [[nodiscard]] Process& process() { return *process_; }
    [[nodiscard]] RealScreen& screen() { return screen_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    // What it wrote on its standard streams: what the unit's journal would hold.
    [[nodiscard]] std::filesystem::path log() const { return folder_ / "log"; }

private:
    explicit PlayedKiosk(std::unique_ptr<RealScreen> screen);

    RealScreen& screen_;  // of the shadowed kiosk
    std::filesystem::path folder_;
    std::unique_ptr<Process> process_;
};

}  // namespace pocketplan::tests
