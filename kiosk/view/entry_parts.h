#pragma once

#include <array>
#include <optional>

#include "kiosk/view/control.h"

// What is typed into and with, and what days and times are picked from.
namespace pocketplan::view {

struct Field {
    Id id;
    Said label = Nothing{};
    visit::EntryField field = visit::EntryField::words;
    bool empty = true;
    bool focused = false;
    bool shown = true;  // else it is masked
    bool number = false;
};
struct Keyboard {
    List<Control> accents;  // above the rows where there is room: letters that are on another layer
    List<List<Control>> rows;
    List<List<Control>> latin;  // beside the rows where there is room, while they have the letters of another script
    Control shift;
    List<Control> layers;
    Control space;
    Control backspace;
};
// By what they type; present() puts them where a telephone has them.
struct Pad {
    List<Control> keys;
    std::optional<Control> space;
    Control backspace;
};
// Fields, with what types into them, and what is offered for the letters typed last. A pad stands in the place of the
// keyboard while numbers are typed.
struct Writing {
    Said added{};  // that somebody was taken in before
    List<Field> fields{};
    std::optional<Control> uncover{};  // where a field is masked, or was
    List<Control> candidates{};
    Keyboard keyboard{};
    std::optional<Pad> pad{};
};
// Countries, from lists or by typing. Until something is typed the likely ones come first, and then all.
struct Search {
    std::optional<Control> open{};  // in the place of the field: leads to it, and to the keyboard
    Field field{};
    List<Control> likely{};
    List<Control> found{};
    Said all{};   // on what turns from the likely ones to all
    Said none{};  // where what was typed is no country
    std::optional<Keyboard> keyboard{};
};

// A month of days to pick one from.
struct Calendar {
    Said month;
    Control before;
    Control after;
    std::array<Said, 7> weekdays;
    int first = 0;  // the column of the first day
    List<Control> days;
    int today = 0;  // the day that it is; 0: in another month
    Said picked{};  // read back
};
// A time of day, by half, hour and minute.
struct Clock {
    std::array<Control, 2> halves;
    Said hour;
    List<Control> hours;
    Said minute;
    List<Control> minutes;
    Said picked{};  // read back
};

}  // namespace pocketplan::view
