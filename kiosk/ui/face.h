#pragma once

#include "kiosk/ui/widget.h"
#include "kiosk/view/sayer.h"

// What a view says, as it stands on the display. Of present() alone.
namespace pocketplan::ui {

// Valid as long as the saying.
inline Words words(const view::Saying& saying) {
    Words words(content::view(saying.text));
    if (!saying.is_twice()) return words;
    words.second = content::view(saying.second);
    words.language = saying.language->tag;
    const bool mirrored = saying.language->direction == content::Direction::right_to_left;
    words.direction = mirrored ? typeset::Direction::right_to_left : typeset::Direction::left_to_right;
    return words;
}

// A control as a button; it owns the words that the button shows.
struct Face {
    view::Saying label;
    view::Saying note;
    Button button;
};

}  // namespace pocketplan::ui
