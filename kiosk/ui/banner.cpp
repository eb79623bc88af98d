#include "kiosk/ui/banner.h"

#include <algorithm>

#include "kiosk/ui/fitting.h"

namespace pocketplan::ui {
namespace {

constexpr double largest_icon = 50;     // millimetres
constexpr double largest_capital = 18;  // which who sees half as well as usual reads at 6 m
constexpr double part_of_icon = 0.3;    // of the longer side

}  // namespace

void put_banner(Presenter& on, Rect& body, const view::Banner& banner, double below) {
    auto& ui = on.ui;
    const Rect box = body.take_top(body.height - below - ui.mm(gap), ui.mm(gap));
    ui.fill(box, ui.colours().notice, ui.mm(2.5));
    ui.outline(box, ui.colours().on_notice, ui.mm(1.5), ui.mm(2.5));
    ui.title(box);
    Rect inside = box.inset(ui.mm(2 * gap));
    const bool tall = inside.height > inside.width;
    const double part = part_of_icon * std::max(inside.width, inside.height);
    const Rect place = tall ? inside.take_top(part, ui.mm(gap)) : inside.take_start(part, ui.mm(gap));
    const double side = std::min({place.width, place.height, ui.mm(largest_icon)});
    ui.icon({place.x + (place.width - side) / 2, place.y + (place.height - side) / 2, side, side}, banner.icon,
            ui.colours().on_notice);
    // The one that staff read comes first.
    const auto saying = on.sayer.show_to_staff(banner.said);
    const double height = saying.second.empty() ? inside.height : inside.height / 2;
    const Type type{.capital = largest_capital / ui.look().capital,
                    .weight = typeset::Weight::bold,
                    .align = typeset::Align::centre,
                    .colour = ui.colours().on_notice,
                    .line_height = 1.15};
    if (!saying.second.empty()) put_line(on, inside.take_top(height), Words(content::view(saying.second)), type);
    put_line(on, inside, Words(content::view(saying.text)), type);
}

}  // namespace pocketplan::ui
