#pragma once

#include <array>
#include <optional>
#include <variant>

#include "kiosk/view/entry_parts.h"

// What a view is made of besides its title and its bar.
namespace pocketplan::view {

// A sentence in a frame, and what can be done in smaller type. brief: on a low display without the latter.
struct Notice {
    Said sentence;
    Said remedy = Nothing{};
    bool brief = false;
};
// By how much it matters: a paragraph of one size on a page of several.
enum class Voice { heading, title, warning, line, strong, plain, small };
struct Paragraph {
    Said said;
    Voice voice = Voice::line;
};
// A line behind a pictogram. spare: left out on a low display that shows a notice.
struct Pointed {
    Icon icon = Icon::none;
    Said said;
    bool spare = false;
};
// A large pictogram that says what the screen is about.
struct Emblem {
    Icon icon = Icon::none;
    double side = 24;                 // millimetres
    double room_above = 0;            // of the screen's height
    std::optional<Control> beside{};  // at the end of its row
};
// Equal cards; what does not fit goes to further pages, of which the first is `first_page` of the screen.
struct Cards {
    List<Control> controls{};
    int first_page = 0;
    int columns = 2;       // at most, on a display that is wide
    int tall_columns = 2;  // and on one that is tall
};
// Names of languages, all on one page.
struct LanguageCards {
    List<Control> controls;
};
// What is picked part by part, the parts in a row.
struct Tabs {
    List<Control> controls;
};
// Equal cells; each group begins a row. Room for `cells`, however many there are.
struct Grid {
    List<List<Control>> groups;
    int columns = 1;
    int tall_columns = 1;
    int cells = 0;
};
enum class Bullet { dot, number };
struct Reading {
    List<Said> texts;
    Bullet bullet = Bullet::dot;
    std::optional<Control> done{};  // below the last page
};
// small: in one row with their number, before anything prints.
struct Sheets {
    int pages = 0;
    int done = 0;
    bool small = false;
};
struct Setting {
    Said title;
    List<Control> controls;
};
// At the foot of the review: how many copies, and the way to the answers.
struct Copies {
    Said label;
    std::array<Control, 2> counts;
    std::optional<Control> answers;
};
// Nothing but how to come back.
struct Curtain {
    Control control;
};

using Part = std::variant<Notice, Paragraph, Pointed, Emblem, Cards, LanguageCards, Writing, Search, Tabs, Grid,
                          Reading, Sheets, Setting, Copies, Curtain>;

}  // namespace pocketplan::view
