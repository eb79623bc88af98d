#include <cmath>

#include <imgui.h>

#include "kiosk/ui/ui.h"

namespace pocketplan::ui {

void Ui::icon(const Rect& rect, Icon icon, Colour colour) {
    if (icon == Icon::none) return;
    const Rect at = placed(rect);
    const auto direction = mirror_ ? typeset::Direction::right_to_left : typeset::Direction::left_to_right;
    const auto spot = atlas_.find(icon, static_cast<int>(std::lround(at.width)), direction);
    put(spot, std::round(at.x), std::round(at.y), colour);
}

}  // namespace pocketplan::ui
