#include "kiosk/ui/bar.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

namespace pocketplan::ui {
namespace {

// Millimetres.
constexpr double bar_height = 16;
constexpr double roomy_bar_height = 19;
constexpr double above_bar = 8;
constexpr double stacked_bar_height = 25;  // with icons above words, where four side by side are too narrow
constexpr double second_line = 9;          // more, where two languages stand there
constexpr double centre_bar_height = 22;
constexpr double centre_width = 110;
constexpr double end_width = 80;
constexpr Type places_type{
    .capital = 0.95, .align = typeset::Align::centre, .line_height = 1.1, .least_capital = 3, .most_capital = 4.8};

// All five in one type, the largest in which each of them fits.
void put_places(Presenter& on, const Rect& bar) {
    const auto& ui = on.ui;
    const Cells cells(ui, bar, static_cast<int>(view::bar_places));
    std::array<std::optional<Face>, view::bar_places> faces;
    Type type = places_type;
    for (std::size_t place = 0; place < faces.size(); ++place) {
        const auto& control = on.view.bar.controls[place];
        if (!control) continue;
        auto& look = faces[place].emplace(on.face(*control, type)).button;
        look.stacked = is_narrow(ui);
        if (!look.stacked && cells.width() < ui.mm(narrow_cell)) look.icon = Icon::none;
        const auto fits = [&] {
            look.type = type;
            return ui.button_height(look, cells.width()) <= bar.height + 1 && !ui.breaks_a_word(look, cells.width());
        };
        while (type.capital > 0.3 && !fits()) type.capital *= 0.94;
    }
    for (std::size_t place = 0; place < faces.size(); ++place) {
        if (!faces[place]) continue;
        faces[place]->button.type = type;
        on.put(*on.view.bar.controls[place], cells.at(static_cast<int>(place)), faces[place]->button);
    }
}

// Whether a second language stands below the first.
bool is_said_twice(const Presenter& on) {
    const auto& any = on.view.bar.controls[1];
    return any && on.say(any->label).is_twice();
}

}  // namespace

Rect take_bar(const Presenter& on, Rect& body) {
    const auto& ui = on.ui;
    switch (on.view.bar.kind) {
        case view::Bar::Kind::none:
            return {};
        case view::Bar::Kind::places:
            return body.take_bottom(ui.mm(is_narrow(ui)  ? stacked_bar_height + (is_said_twice(on) ? second_line : 0)
                                          : is_roomy(ui) ? roomy_bar_height
                                                         : bar_height),
                                    ui.mm(is_roomy(ui) ? above_bar : gap));
        case view::Bar::Kind::thirds:
        case view::Bar::Kind::end:
            return body.take_bottom(ui.mm(target + 3), ui.mm(gap));
        case view::Bar::Kind::centre:
            return body.take_bottom(ui.mm(centre_bar_height), ui.mm(gap));
    }
    std::abort();
}

void put_bar(Presenter& on, const Rect& whole) {
    auto& ui = on.ui;
    Rect bar = whole;
    const auto& controls = on.view.bar.controls;
    switch (on.view.bar.kind) {
        case view::Bar::Kind::none:
            return;
        case view::Bar::Kind::places:
            return put_places(on, bar);
        case view::Bar::Kind::thirds: {
            const Cells thirds(ui, bar, 3);
            for (int at = 0; at < 3; ++at) {
                const auto& control = controls[static_cast<std::size_t>(at)];
                if (control) on.put_fitted(*control, thirds.at(at), places_type);
            }
            return;
        }
        case view::Bar::Kind::end:
            for (std::size_t at = 0; at < controls.size() && controls[at]; ++at) {
                const double width = std::min(bar.width, ui.mm(end_width));
                on.put_fitted(*controls[at], bar.take_end(width, ui.mm(gap)), places_type);
            }
            return;
        case view::Bar::Kind::centre: {
            const double width = std::min(bar.width, ui.mm(centre_width));
            const Type type{.align = typeset::Align::centre, .most_capital = 6};
            if (controls[0]) on.put(*controls[0], {bar.x + (bar.width - width) / 2, bar.y, width, bar.height}, type);
            return;
        }
    }
}

}  // namespace pocketplan::ui
