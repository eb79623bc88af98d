#pragma once

#include <cstdint>

#include "kiosk/visit/visit.h"

// What keys do, those on screen and those of a keyboard that somebody plugged in.
namespace pocketplan::visit {

// One code point: of a hardware keyboard, of the pad of digits, the space.
struct Type {
    char32_t code_point;
};
// A key on screen, by its place on the visitor's keyboard; what it types may be several code points.
struct PressKey {
    std::uint8_t layer;
    std::uint8_t row;
    std::uint8_t key;
};
// One of the Chinese characters that the letters typed last are read as, by its place among them.
struct PickCharacter {
    std::uint8_t place;
};
struct EraseCharacter {};
struct SwitchLayer {
    int layer;
};
struct SwitchCase {};
struct FocusField {
    EntryField field;
};
// Shows what was typed, or covers it again.
struct Uncover {};
// "Leave it as it is": goes on with a number that does not look like one.
struct LeaveAsTyped {};

}  // namespace pocketplan::visit
