#pragma once

#include <optional>

#include "kiosk/app/config.h"
#include "kiosk/ui/geometry.h"
#include "kiosk/visit/receipt.h"
#include "kiosk/visit/visit.h"

// Displays that are too small, and those that report a size which cannot be theirs. Pure.
namespace pocketplan::app {

// What the window knows of where it is.
struct DisplayReport {
    WindowSize window;   // pixels
    WindowSize display;  // pixels; larger than a window that does not fill it
    double width = 0;    // of the display, millimetres; 0: it does not say
    double height = 0;

    bool operator==(const DisplayReport&) const = default;
};

// What screens are laid out on, and what staff are told of it.
struct JudgedDisplay {
    ui::Display display;
    visit::DisplaySize size;  // as it is taken to be; where that cannot be right, as it is told to be
    std::optional<visit::Finding> finding;
};

// `set_width`: of the window, millimetres, from the settings; 0: none. It wins, unless it cannot be right. Where
// nothing can be right, the display is taken for a small one of so many pixels, since what is too large can still be
// used. A trial in a window is judged, too: it must be possible to use it.
JudgedDisplay judge_display(const DisplayReport& report, double set_width);

}  // namespace pocketplan::app
