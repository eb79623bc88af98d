#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/library.h"
#include "kiosk/sheets/sheets.h"
#include "kiosk/visit/event.h"
#include "kiosk/visit/receipt.h"
#include "kiosk/visit/visit.h"
#include "tests/support/pack.h"
#include "tests/support/robot.h"
#include "tests/support/screen.h"

namespace pocketplan::tests {

// A kiosk on a screen that we touch, and a shadow of it: a visit of our own, to which the same touches are applied by
// the same step(), so that we know where to touch, and what must be on screen.
class ShadowedKiosk {
public:
    // The shadow assumes this many pixels per millimetre.
    explicit ShadowedKiosk(std::shared_ptr<Screen> screen, double pixels_per_millimetre = 4);
    ShadowedKiosk(const ShadowedKiosk&) = delete;
    ShadowedKiosk& operator=(const ShadowedKiosk&) = delete;

    // Whether the screen comes to show, pixel by pixel, what the shadow expects.
    bool shows_the_same();

    // To the review, which is not looked at: where the shadow does not know the printer's margins or the centre's
    // lines, its sheets look different.
    bool answer(const std::string& language, const std::string& json);
    // By touch alone, in this language, with these answers (an answers file's text).
    bool go_to_review(const std::string& language, const std::string& json);
    bool press(std::string_view id) { return robot_.press(id); }
    bool type(std::string_view utf8) { return robot_.type(utf8); }
    bool erase() { return press("bar.erase") && press("erase.yes"); }
    // From the review: prints, learns that it came out, and has it in hand.
    bool take_paper();
    // Presses "Print", and tells the shadow how many pages the plan has.
    bool print();
    // Passes the printer's report on to the shadow.
    void shadow_hears(const visit::Event& said);
    // The screen has become as large as it is now; the kiosk still shows as much of it.
    void shadow_is_resized();
    // The kiosk was started again, or left goodbye.
    void shadow_begins_again();
    // Whether it says goodbye, with a receipt that found the mark in these places. `leftovers`: what the printer has
    // confirmed by then.
    bool says_goodbye(visit::EndReason reason, visit::Leftovers leftovers = visit::Leftovers::none,
                      const std::vector<visit::Place>& found = {});
    // From the review: opens the sheet that has this word.
    bool see(const std::string& word);
    // A row of pixels through this word, in a picture that is on screen; empty where it is in none.
    std::vector<std::uint8_t> row_of_word(const std::string& word);
    // Whether there is nothing at all on screen.
    [[nodiscard]] bool is_blank() const;

    [[nodiscard]] Screen& screen() { return *screen_; }
    [[nodiscard]] visit::Visit& shadow() { return shadow_; }
    [[nodiscard]] view::Machine& machine() { return robot_.machine(); }

protected:
    ~ShadowedKiosk() = default;
    // The shadow knows of the way on which the kiosk prints, and where its search comes to an end.
    void shadow_prints_to(const std::string& uri);
    void shadow_searches(visit::Place place) { searched_.push_back(place); }

private:
    void lay_new_sheets();
    [[nodiscard]] std::vector<visit::OwnSign> possible_signs();
    [[nodiscard]] std::vector<std::uint8_t> drawn_with(visit::OwnSign sign);
    int compose();

    std::shared_ptr<Screen> screen_;
    ui::Display display_;
    double width_mm_;  // of the screen, however many pixels it has
    visit::Visit shadow_;
    bool sign_seen_ = false;  // the shadow has that of the kiosk
    std::optional<sheets::Sheets> sheets_;
    Robot robot_;
    std::vector<visit::Place> searched_{visit::Place::memory, visit::Place::own_folders, visit::Place::temporary,
                                        visit::Place::shared_memory};
};

}  // namespace pocketplan::tests
