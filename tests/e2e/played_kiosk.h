#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/papers/installed.h"
#include "tests/e2e/shadowed_kiosk.h"
#include "tests/support/process.h"
#include "tests/support/real_screen.h"

namespace pocketplan::tests {

// The installed kiosk in a window of its own X server, touched by a real pointer. Its folders (home, temporary, state,
// runtime) are its own, and go with it.
class PlayedKiosk : public ShadowedKiosk {
public:
    explicit PlayedKiosk(Screen::Size size = {});
    explicit PlayedKiosk(std::unique_ptr<RealScreen> screen);
    ~PlayedKiosk();

    // False if its first screen does not come up as it should. `printer`: for its settings; empty: they name none.
    // `environment`: more variables for it.
    bool start(const std::string& printer, const std::vector<std::string>& environment = {});
    // The same, whatever comes up.
    void launch(const std::string& printer, const std::vector<std::string>& environment = {});
    // From now on: adds these lines to its settings; calls it with these arguments; has this program call it; runs it
    // from where it is installed, so that it is not a trial.
    void settle(const std::string& lines) { more_settings_ += lines; }
    void call_with(const std::vector<std::string>& arguments) { more_arguments_ = arguments; }
    void call_by(const std::vector<std::string>& program) { caller_ = program; }
    void install() { installed_ = true; }
    // From now on: runs this copy of the program, which has beside it what it needs.
    void run(const std::filesystem::path& program) { program_ = program; }
    // Robots are faster than hands: only a test that asks for it waits until a new screen takes touches.
    void be_deaf(std::chrono::milliseconds time) { deaf_ = time; }

    // Whether a visit ended, and its process became a new one.
    [[nodiscard]] bool was_replaced() const;
    // Of the program that the process runs; another one once a visit ended.
    [[nodiscard]] std::string start_of_program() const;

    [[nodiscard]] Process& process() { return *process_; }
    [[nodiscard]] RealScreen& screen() { return screen_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] std::filesystem::path settings() const { return folder_ / "pocketplan.toml"; }
    // What it wrote to its standard streams: the unit's journal would have it.
    [[nodiscard]] std::filesystem::path log() const { return folder_ / "log"; }

private:
    RealScreen& screen_;  // of the shadowed kiosk
    [[nodiscard]] std::vector<std::string> call() const;

    std::filesystem::path folder_;
    std::string more_settings_;
    std::vector<std::string> more_arguments_;
    std::vector<std::string> caller_;
    bool installed_ = false;
    std::filesystem::path program_ = papers::shipped_file("pocketplan");
    std::chrono::milliseconds deaf_{0};
    std::unique_ptr<Process> process_;
};

}  // namespace pocketplan::tests
