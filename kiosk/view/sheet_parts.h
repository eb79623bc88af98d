#pragma once

#include <array>
#include <optional>

#include "kiosk/view/control.h"

// Papers before, and while, they print.
namespace pocketplan::view {

// What is being printed: pictures of all sheets, that many of which are out.
struct Sheets {
    int pages = 0;
    int done = 0;
};
// A paper as it will print. Pictures are told by their number in visit::Stack.
struct SheetCard {
    Said title;
    std::optional<int> picture{};  // of its beginning; unset: not composed yet
    int pictures = 0;
    int sheets = 0;                     // 0: not told, as of a strip of a roll
    Control see;                        // the picture
    std::optional<Control> prints{};    // a switch; a paper that is left out looks so
    std::optional<Control> pictured{};  // a switch, where it fills the screen: large pictures beside the words
    [[nodiscard]] bool left_out() const { return prints && !prints->chosen; }
};
struct SheetCards {
    List<SheetCard> cards{};
    std::array<Said, 2> states{};  // all that a switch says, so that none moves when touched
};
// One sheet that fills the screen, and what can be done with it.
struct SeenSheet {
    SheetCard sheet;  // see: closes it
    Said place = Nothing{};
    Control hide;
    std::array<std::optional<Control>, 2> turn{};  // to the one before and the one after
};
// At the foot of the review: how many sheets, how many copies of the card, and the way to the answers.
struct Foot {
    Said total = Nothing{};
    Said copies = Nothing{};
    List<Control> counts{};
    std::optional<Control> answers{};
};

}  // namespace pocketplan::view
