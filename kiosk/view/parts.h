#pragma once

#include <array>
#include <optional>
#include <variant>

#include "kiosk/view/entry_parts.h"
#include "kiosk/view/sheet_parts.h"

// What a view is made of besides its title and its bar.
namespace pocketplan::view {

// A sentence in a frame, and what can be done in smaller type. brief: on a low display without the latter.
struct Notice {
    Said sentence;
    Said remedy = Nothing{};
    bool brief = false;
    bool for_staff = false;           // the remedy, which is said in the source language as well
    std::optional<Control> action{};  // what can be done about it at once
};
// A sign for a whole room, said in the source language as well, which staff read.
struct Banner {
    Icon icon = Icon::none;
    Said said;
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
// All in one type; beside or above them the picture, where there is room.
struct PointedLines {
    Icon picture = Icon::none;
    List<Pointed> lines{};
};
// What most people want, large, and smaller what else there is.
struct Offer {
    Control first;
    List<Control> others{};
};
// A large pictogram that says what the screen is about.
struct Emblem {
    Icon icon = Icon::none;
    bool small = false;
    double room_above = 0;   // of the screen's height
    List<Control> beside{};  // at the end of its row
};
// Equal cards; what does not fit goes to further pages.
struct Cards {
    List<Control> controls{};
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
    bool for_staff = false;         // each is said in the source language as well
    std::optional<Control> done{};  // below the last page
};
// A size of the words, or a theme; each choice shows what it does.
struct Setting {
    Said title;
    List<Control> controls;
};
// The outline of a bank card, in which a true one is held to the glass. Millimetres, as everything is laid out.
struct CardOutline {
    double width = 0;
    double height = 0;
};
// Nothing but the pictures one of which brings the screen back when it is held. No word is seen: whoever passes learns
// neither what is hidden nor which language its visitor reads.
struct Curtain {
    Said aloud;
    List<Control> controls;
};

using Part =
    std::variant<Notice, Banner, Paragraph, PointedLines, Emblem, Cards, Offer, LanguageCards, Writing, Search, Tabs,
                 Grid, Calendar, Clock, Reading, Sheets, SheetCards, SeenSheet, Setting, CardOutline, Foot, Curtain>;

}  // namespace pocketplan::view
