#include "kiosk/ui/focus.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace pocketplan::ui {
namespace {

using Ring = std::vector<const Widget*>;

constexpr double aside_counts = 3;  // times as much as what lies ahead

// Of what lies between two spans; 0 where they overlap.
double between(double begin, double end, double other_begin, double other_end) {
    return std::max({0.0, other_begin - end, begin - other_end});
}

// How far `there` is in the direction of an arrow; unset where it is not.
std::optional<double> distance(Key arrow, const Rect& here, const Rect& there) {
    constexpr double slack = 1;  // pixels, for rects are not rounded
    double ahead = 0;
    switch (arrow) {
        case Key::left:
            ahead = here.x - there.right();
            break;
        case Key::right:
            ahead = there.x - here.right();
            break;
        case Key::up:
            ahead = here.y - there.bottom();
            break;
        default:
            ahead = there.y - here.bottom();
    }
    if (ahead < -slack) return std::nullopt;
    const bool across = arrow == Key::left || arrow == Key::right;
    const double aside = across ? between(here.y, here.bottom(), there.y, there.bottom())
                                : between(here.x, here.right(), there.x, there.right());
    return std::max(ahead, 0.0) + aside_counts * aside;
}

const Widget& nearest(Key arrow, const Widget& here, const Ring& ring) {
    const Widget* best = &here;
    double least = std::numeric_limits<double>::infinity();
    for (const auto* const there : ring) {
        const auto far = there == &here ? std::nullopt : distance(arrow, here.rect, there->rect);
        if (!far || *far >= least) continue;
        least = *far;
        best = there;
    }
    return *best;
}

}  // namespace

std::string focus_after(Key key, const std::string& focus, const std::optional<Rect>& title,
                        const std::vector<Widget>& widgets) {
    if (key == Key::none || key == Key::press || key == Key::back) return focus;
    Ring ring;
    const Widget above{std::string(title_id), title.value_or(Rect{})};
    if (title) ring.push_back(&above);
    for (const auto& widget : widgets) {
        if (widget.enabled) ring.push_back(&widget);
    }
    if (ring.empty()) return focus;
    const auto at = std::find_if(ring.begin(), ring.end(), [&](const Widget* w) { return w->id == focus; });
    if (at == ring.end()) return key == Key::previous ? ring.back()->id : ring.front()->id;
    const auto here = static_cast<std::size_t>(at - ring.begin());
    if (key == Key::next) return ring[(here + 1) % ring.size()]->id;
    if (key == Key::previous) return ring[(here + ring.size() - 1) % ring.size()]->id;
    return nearest(key, **at, ring).id;
}

}  // namespace pocketplan::ui
