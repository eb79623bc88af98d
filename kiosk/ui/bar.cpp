#include "kiosk/ui/bar.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <span>

#include "kiosk/ui/fitting.h"

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

// In very large words a place is as wide as its words are long in most languages: parts of the row. A narrow display
// has two rows of them.
constexpr std::array one_row{0.165, 0.14, 0.24, 0.235, 0.22};
constexpr std::array upper_row{0.3, 0.26, 0.44};
constexpr std::array lower_row{0.5, 0.5};

// Whether a second language stands below the first.
bool is_said_twice(const Presenter& on) {
    const auto& any = on.view.bar.controls[1];
    return any && on.say(any->label).is_twice();
}

// Where very large words stand: two lines of them, for no word may be broken.
double very_large_row(const Presenter& on) {
    const auto& ui = on.ui;
    // The lowest displays have no room for two languages to be so large.
    if (is_said_twice(on) && is_low(ui, lowest_for_all)) return ui.mm(bar_height);
    const Words line("A");
    const double lines = 2 * ui.text_height(line, grown(ui, places_type), ui.mm(target));
    return lines + ui.mm(2 + (is_said_twice(on) && is_roomy(ui) ? second_line : 0));
}

void put_tight(Presenter& on, const view::Control& control, const Rect& rect) {
    const auto face = on.face(control, places_type);
    auto look = face.button;
    look.tight = on.ui.look().very_large;
    on.put_fitted(control, rect, look);
}

// Each in its own type, the largest in which it fits: Back need not be smaller because Erase everything is longer.
void put_row_of_places(Presenter& on, Rect row, std::span<const std::optional<view::Control>> controls,
                       std::span<const double> parts) {
    const auto& ui = on.ui;
    const double width = row.width - static_cast<double>(parts.size() - 1) * ui.mm(gap);
    for (std::size_t place = 0; place < parts.size(); ++place) {
        const Rect rect = row.take_start(width * parts[place], ui.mm(gap));
        if (controls[place]) put_tight(on, *controls[place], rect);
    }
}

void put_very_large_places(Presenter& on, Rect bar) {
    const std::span controls(on.view.bar.controls);
    if (!is_narrow(on.ui)) return put_row_of_places(on, bar, controls, one_row);
    const double height = (bar.height - on.ui.mm(gap)) / 2;
    put_row_of_places(on, bar.take_top(height, on.ui.mm(gap)), controls.first(upper_row.size()), upper_row);
    put_row_of_places(on, bar, controls.subspan(upper_row.size()), lower_row);
}

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

}  // namespace

Rect take_bar(const Presenter& on, Rect& body) {
    const auto& ui = on.ui;
    switch (on.view.bar.kind) {
        case view::Bar::Kind::none:
            return {};
        case view::Bar::Kind::places:
            if (ui.look().very_large) {
                const double row = very_large_row(on);
                const double height = is_narrow(ui) ? 2 * row + ui.mm(gap) : row;
                return body.take_bottom(height, ui.mm(is_roomy(ui) ? above_bar : gap));
            }
            return body.take_bottom(ui.mm(is_narrow(ui)  ? stacked_bar_height + (is_said_twice(on) ? second_line : 0)
                                          : is_roomy(ui) ? roomy_bar_height
                                                         : bar_height),
                                    ui.mm(is_roomy(ui) ? above_bar : gap));
        case view::Bar::Kind::thirds:
        case view::Bar::Kind::end:
            return body.take_bottom(ui.look().very_large ? very_large_row(on) : ui.mm(target + 3), ui.mm(gap));
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
            return ui.look().very_large ? put_very_large_places(on, bar) : put_places(on, bar);
        case view::Bar::Kind::thirds: {
            const Cells thirds(ui, bar, 3);
            for (int at = 0; at < 3; ++at) {
                const auto& control = controls[static_cast<std::size_t>(at)];
                if (control) put_tight(on, *control, thirds.at(at));
            }
            return;
        }
        case view::Bar::Kind::end:
            for (std::size_t at = 0; at < controls.size() && controls[at]; ++at) {
                const double width = std::min(bar.width, ui.mm(end_width));
                put_tight(on, *controls[at], bar.take_end(width, ui.mm(gap)));
            }
            return;
        case view::Bar::Kind::centre: {
            const double width = std::min(bar.width, ui.mm(centre_width));
            const Type type{.align = typeset::Align::centre, .most_capital = 6};
            const Rect middle{bar.x + (bar.width - width) / 2, bar.y, width, bar.height};
            if (controls[0]) on.put_fitted(*controls[0], middle, type);
            return;
        }
    }
}

}  // namespace pocketplan::ui
