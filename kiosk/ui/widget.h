#pragma once

#include <chrono>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assets/icon.h"
#include "kiosk/ui/geometry.h"
#include "kiosk/ui/theme.h"
#include "printer/typeset/text.h"

// What goes into a frame and what a frame tells of itself.
namespace pocketplan::ui {

// Tab, Shift+Tab, arrows, Enter, Escape. Arrows go where they point on the display, whichever way is read.
enum class Key { none, next, previous, left, right, up, down, press, back };
// Whether it does something, rather than to go somewhere.
constexpr bool acts(Key key) {
    return key == Key::press || key == Key::back;
}
// What the hands do. One transition of the pointer a frame, or ImGui 1.86 loses a tap.
struct Input {
    double x = -1;
    double y = -1;
    bool down = false;
    Key key = Key::none;
    std::chrono::milliseconds time{};  // of a clock that never goes back: how long something is held, it alone tells
};

// How a frame is to look.
struct Look {
    Theme theme = Theme::calm;
    double capital = 5;       // height of a capital in the answers, millimetres
    bool very_large = false;  // labels are as large then, and give up icons for it
    typeset::Direction direction = typeset::Direction::left_to_right;
    std::string_view language = "en";
};

// What stands in one place: a text, and below it, smaller, the same in the language of whoever helps. Views.
struct Words {
    Words() = default;
    Words(std::string_view utf8) : text(utf8) {}  // not explicit: most texts stand alone

    std::string_view text;
    std::string_view second;    // empty: there is none
    std::string_view language;  // of the second, BCP 47
    typeset::Direction direction = typeset::Direction::left_to_right;
    [[nodiscard]] bool empty() const { return text.empty(); }
};

struct Type {
    double capital = 1;  // in capitals of Look::capital
    typeset::Weight weight = typeset::Weight::regular;
    typeset::Align align = typeset::Align::start;
    Colour colour = 0;  // 0: the palette's ink
    double line_height = 1.4;
    double least_capital = 3.5;  // millimetres; VVSG 2.0, 7.1-G
    double most_capital = 99;    // millimetres
};

// What hands and keys do to a control in a frame.
struct Touch {
    bool released = false;
    bool held = false;
    bool focused = false;
};

// What a frame had on it, for robots and for the rules that hold on every screen. Ids only, never labels.
struct Widget {
    std::string id;
    Rect rect;
    bool enabled = true;
};

// A text as it was drawn, labels too. Never what it says.
struct DrawnText {
    Rect rect;
    double capital = 0;  // height of a capital, millimetres
};

// cut: larger than its rect. broken: a word did not fit a line. no_glyph: a character is in none of our fonts. turned:
// a number does not read from left to right. covered: a button lies over it; without its text.
struct TextFault {
    enum class Kind { cut, broken, no_glyph, turned, covered } kind = Kind::cut;
    Rect rect;
    std::pmr::vector<char> text;  // may be the visitor's: in the arena, like every copy of it
};

inline constexpr double button_padding = 2.5;  // millimetres, from its edge to its words

enum class Emphasis { plain, strong, quiet };
// What a choice shows at its end, filled where it is chosen: one of several a circle, any number of them a square, what
// is on or off a switch, whose knob stands at another side then.
enum class Sign { none, circle, square, toggle };
struct Button {
    Words label{};
    Icon icon = Icon::none;
    Emphasis emphasis = Emphasis::plain;
    bool chosen = false;
    Sign sign = Sign::none;
    bool enabled = true;
    bool stacked = false;  // the icon above the label
    bool tight = false;    // words may come nearer to the upper and lower edge
    double icon_side = 9;  // millimetres
    Type type{};
    Words note{};                  // smaller, below the label
    bool badge = true;             // a tick in the corner where it is chosen and has no sign
    std::optional<Theme> theme{};  // whose colours it shows; unset: the screen's
    Icon mark = Icon::none;        // a second icon, at its end
};

}  // namespace pocketplan::ui
