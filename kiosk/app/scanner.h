#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/app/place.h"
#include "kiosk/app/stops.h"
#include "kiosk/visit/scanning.h"

namespace pocketplan::app {

// Moves the focus on by itself, for whoever has one switch: from the title through answers, bar and corner, and round
// again. Of what is dense, such as a keyboard, it goes through the rows; a press goes into one, a press there types,
// and whoever lets it end twice comes out again: so a letter takes seconds. It never presses. Knows no clock and no
// screen: the loop tells it both, and asks when it wants to be asked again.
class Scanner {
public:
    using Clock = std::chrono::steady_clock;

    // What there is on screen. focus: where it is, whoever brought it there; empty: nowhere yet.
    struct Screen {
        visit::Scanning scanning = visit::Scanning::off;
        Place place;
        const Stops& stops;
        std::string_view focus;
        bool speaking = false;
    };
    // Where the focus goes now; unset: it stays. It stays for a step, on a new screen before its title, and while a
    // voice says what it is on, but not for ever.
    std::optional<std::string> move(const Screen& screen, Clock::time_point now);
    // When move() has to be asked again, if nothing else happens; unset: never.
    [[nodiscard]] std::optional<Clock::time_point> due() const { return due_; }

    // Whether the focus is on a row, so that a press went into it and nothing else is to be pressed.
    bool enter_row(const Screen& screen, Clock::time_point now);
    // Something was pressed. In a row, the next key may be in any other.
    void pressed(Clock::time_point now);
    // A key moved the focus: whoever has such a key does not need it moved, for a while.
    void rest(Clock::time_point now);
    // The row that the focus is on as a whole; null where it is on one control.
    [[nodiscard]] const Stop* row(const Screen& screen) const;

private:
    void notice(const Screen& screen, Clock::time_point now);
    [[nodiscard]] Clock::time_point end_of_step(const Screen& screen) const;
    std::string come_to(std::string id, const Screen& screen, Clock::time_point now);
    [[nodiscard]] std::string next(const Screen& screen);

    Place place_;
    visit::Scanning scanning_ = visit::Scanning::off;
    std::string focus_;
    Clock::time_point since_;  // the focus is there, or the screen is new, or something was pressed
    Clock::time_point spoken_;
    Clock::time_point rests_until_;
    std::optional<Clock::time_point> due_;
    bool inside_ = false;     // a row
    int ends_ = 0;            // of that row, without a press
    bool returning_ = false;  // to the first row
};

}  // namespace pocketplan::app
