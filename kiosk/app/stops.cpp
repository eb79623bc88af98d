#include "kiosk/app/stops.h"

#include <cmath>
#include <set>
#include <string_view>

#include "kiosk/ui/focus.h"
#include "kiosk/view/walk.h"

namespace pocketplan::app {

Stops stops_of(const view::View& view, const ui::Ui& ui) {
    std::set<std::string, std::less<>> keys;
    view::walk(view, {.control = [&](const view::Control& control, view::Place place) {
                   if (place == view::Place::keys) keys.emplace(std::string_view(control.id));
               }});
    Stops stops;
    if (ui.has_title()) stops.push_back({std::string(ui::title_id)});
    const ui::Widget* before = nullptr;  // a key that the next one may stand beside
    for (const auto& widget : ui.widgets()) {
        if (!widget.enabled) continue;
        const bool is_key = keys.contains(widget.id);
        const bool beside = is_key && before != nullptr && std::abs(before->rect.y - widget.rect.y) < 1;
        if (!beside) stops.emplace_back();
        stops.back().push_back(widget.id);
        before = is_key ? &widget : nullptr;
    }
    return stops;
}

}  // namespace pocketplan::app
