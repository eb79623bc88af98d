#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "content/library.h"
#include "kiosk/visit/event.h"
#include "kiosk/visit/receipt.h"
#include "kiosk/visit/visit.h"
#include "tests/support/process.h"
#include "tests/support/real_screen.h"
#include "tests/support/robot.h"

namespace pocketplan::tests {

const content::Library& installed_library();
const typeset::Typesetter& installed_typesetter();

// The installed kiosk in a window of its own X server, touched by a real pointer, beside a shadow of it: a visit of our
// own, to which the same touches are applied by the same step(), so that we know where to touch, and what has to be on
// screen. Its folders (home, temporary, state, runtime) are its own, and go with it.
class PlayedKiosk {
public:
    PlayedKiosk();
    ~PlayedKiosk();
    PlayedKiosk(const PlayedKiosk&) = delete;
    PlayedKiosk& operator=(const PlayedKiosk&) = delete;

    // False where its first screen does not come up as it should. `environment`: more variables of it.
    bool start(const std::string& printer, const std::vector<std::string>& environment = {});
    // Whether the window comes to show, pixel by pixel, what the shadow says.
    bool shows_the_same();

    [[nodiscard]] content::Answers answers(const std::string& json) const;
    // By touch alone, in this language, with these answers.
    bool go_to_review(const std::string& language, const std::string& json);
    bool press(std::string_view id) { return robot_.press(id); }
    bool type(std::string_view utf8) { return robot_.type(utf8); }
    // Presses "Print", and tells the shadow of how many pages the plan is.
    bool print();
    // What the printer reports reaches the shadow by us.
    void shadow_hears(const visit::Event& said);
    // Whether it says goodbye, with a receipt that found the mark in these places. `leftovers`: what the printer has
    // confirmed by then.
    bool says_goodbye(visit::EndReason reason, visit::Leftovers leftovers = visit::Leftovers::none,
                      const std::vector<visit::Place>& found = {});

    // Whether a visit ended, and its process became a new one.
    [[nodiscard]] bool was_replaced() const;
    // Whether there is nothing at all on screen.
    [[nodiscard]] bool is_blank() const;

    [[nodiscard]] Process& process() { return *process_; }
    [[nodiscard]] RealScreen& screen() { return screen_; }
    [[nodiscard]] visit::Visit& shadow() { return shadow_; }
    [[nodiscard]] screens::Machine& machine() { return robot_.machine(); }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    // What it wrote on its standard streams: what the unit's journal would hold.
    [[nodiscard]] std::filesystem::path log() const { return folder_ / "log"; }

private:
    std::filesystem::path folder_;
    ui::Display display_;
    RealScreen screen_;
    visit::Visit shadow_;
    Robot robot_;
    std::unique_ptr<Process> process_;
};

}  // namespace pocketplan::tests
