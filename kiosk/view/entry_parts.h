#pragma once

#include <optional>

#include "kiosk/view/control.h"

// What is typed into, and with.
namespace pocketplan::view {

struct Field {
    Id id;
    Said label = Nothing{};
    visit::EntryField field = visit::EntryField::words;
    bool empty = true;
    bool focused = false;
    bool number = false;
};
struct Keyboard {
    List<List<Control>> rows;
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
    List<Field> fields{};
    List<Control> candidates{};
    Keyboard keyboard{};
    std::optional<Pad> pad{};
};
struct Search {
    Field field;
    List<Control> found;
    Keyboard keyboard;
};

}  // namespace pocketplan::view
