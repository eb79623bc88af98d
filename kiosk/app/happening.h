#pragma once

#include <cstdint>

#include "kiosk/ui/widget.h"
#include "kiosk/visit/hearing.h"

namespace pocketplan::app {

// What touches the screen, from when it comes down until it is lifted; the mouse is one, too.
struct Finger {
    std::int64_t panel = 0;  // as SDL numbers them
    std::int64_t number = 0;
    bool operator==(const Finger&) const = default;
};

// What the window was told, in order. One of them at a time goes into a frame.
struct Happening {
    enum class Kind { touched, moved, lifted, key, voice, typed, backspace, released, redraw, woken, quit };
    Kind kind = Kind::redraw;
    double x = -1;  // of touched, moved and lifted
    double y = -1;
    Finger finger{};
    int scancode = 0;       // of what a key did, and of the key that was released
    bool repeated = false;  // by a key that is held, or stuck
    ui::Key key = ui::Key::none;
    visit::Aloud aloud = visit::Aloud::again;  // of Kind::voice
    char32_t code_point = 0;
};

}  // namespace pocketplan::app
