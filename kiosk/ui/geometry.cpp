#include "kiosk/ui/geometry.h"

#include <algorithm>

namespace pocketplan::ui {
namespace {

// The smallest displays that are served (docs/LOOK.md, Displays): every screen is tested on them, in every language and
// at the largest text.
struct Least {
    double width;   // millimetres
    double height;  // millimetres
};
constexpr Least least_wide{221, 129.8};
constexpr Least least_upright{194, 345};
// Panels that are sold as the same size differ by so much; nobody needs to be told.
constexpr double tolerated = 1.05;

// How much too large everything would be; at most 1 where there is room.
double excess(const Display& display) {
    const Least least = display.portrait() ? least_upright : least_wide;
    return std::max(least.width / display.width_mm(), least.height / display.height_mm());
}

}  // namespace

bool has_room(const Display& display) {
    return excess(display) <= tolerated;
}

Display with_room(Display display) {
    display.pixels_per_millimetre /= std::max(excess(display), 1.0);
    return display;
}

}  // namespace pocketplan::ui
