#include <cmath>

#include <imgui.h>

#include "kiosk/ui/ui.h"

namespace pocketplan::ui {

void Ui::icon(const Rect& rect, Icon icon, Colour colour) {
    if (icon == Icon::none) return;
    const Rect at = placed(rect);
    const auto direction = mirror_ ? typeset::Direction::right_to_left : typeset::Direction::left_to_right;
    const auto spot = atlas_.find(icon, static_cast<int>(std::lround(at.width)), direction);
    if (!spot) {
        incomplete_ = true;
        return;
    }
    // On whole pixels: the atlas is not smoothed.
    const ImVec2 corner(static_cast<float>(std::round(at.x)), static_cast<float>(std::round(at.y)));
    const auto u = [](int pixel) { return static_cast<float>(pixel) / Atlas::width; };
    const auto v = [](int pixel) { return static_cast<float>(pixel) / Atlas::height; };
    auto& list = *ImGui::GetWindowDrawList();
    list.PrimReserve(6, 4);
    list.PrimRectUV(corner, {corner.x + static_cast<float>(spot->width), corner.y + static_cast<float>(spot->height)},
                    {u(spot->x), v(spot->y)}, {u(spot->x + spot->width), v(spot->y + spot->height)}, colour);
}

}  // namespace pocketplan::ui
