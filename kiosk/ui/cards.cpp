#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "kiosk/ui/fitting.h"
#include "kiosk/ui/presenter.h"

namespace pocketplan::ui {
namespace {

constexpr int few = 3;             // cards that may stand large, side by side
constexpr double few_height = 45;  // millimetres
constexpr double few_width = 55;
constexpr double few_icon = 18;
constexpr double tallest_name = 30;  // millimetres, of a language's card
constexpr double narrowest_name = 60;
constexpr double tall_enough_for_note = 20;

// How many cards of what size stand on a page.
struct Layout {
    int columns = 1;
    int rows = 1;
    double capital = 1;  // in capitals of the visitor's text size
    double cell_height = 0;
    int pages = 1;
    [[nodiscard]] int cells() const { return columns * rows; }
};

Layout fit(const Ui& ui, const Rect& body, std::span<const Face> faces, int columns, double capital) {
    const double width = Cells(ui, body, columns).width();
    double height = ui.mm(target);
    bool broken = false;
    for (const auto& face : faces) {
        auto look = face.button;
        look.type.capital *= capital;
        height = std::max(height, ui.button_height(look, width));
        broken = broken || ui.breaks_a_word(look, width);
    }
    Layout layout{columns, 0, capital, height, 1};
    const double step = height + ui.mm(gap);
    layout.rows = static_cast<int>((body.height + ui.mm(gap)) / step);
    const int count = static_cast<int>(faces.size());
    // Beyond one page, one cell of each is for turning it.
    const int a_page = layout.cells() >= count ? layout.cells() : std::max(layout.cells() - 1, 0);
    layout.pages = a_page == 0 || broken ? 99 : (count + a_page - 1) / a_page;
    return layout;
}

// The largest type with which everything fits on one page, else that needs the fewest pages of up to three, else the
// smallest type there is.
Layout best_layout(const Ui& ui, const Rect& body, std::span<const Face> faces, int most_columns) {
    constexpr std::array capitals{1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5};
    const std::size_t step = ui.look().very_large ? 1 : 2;
    constexpr int most_pages = 3;
    // Very large words rather go to further pages than get smaller.
    const double first_of_several = ui.look().very_large ? 1.0 : 0.9;
    Layout best;
    best.pages = 100;
    for (std::size_t at = 0; at < capitals.size(); at += step) {
        const double capital = capitals[at];
        for (int columns = 1; columns <= most_columns; ++columns) {
            const Layout layout = fit(ui, body, faces, columns, capital);
            if (layout.pages < best.pages) best = layout;
        }
        if (best.pages == 1) break;
        if (capital <= first_of_several && best.pages <= most_pages) break;
    }
    return best;
}

// Two or three with large icons: side by side, above their words, where there is room; the faces become such ones.
std::optional<Layout> few_layout(const Ui& ui, const Rect& body, std::vector<Face>& faces) {
    const int count = static_cast<int>(faces.size());
    if (count > few || !faces.front().note.empty()) return std::nullopt;
    if (ui.display().portrait()) {
        for (auto& face : faces) face.button.icon_side = few_icon;
    }
    const bool wide = count > 1 && !ui.display().portrait() && Cells(ui, body, count).width() >= ui.mm(few_width) &&
                      body.height >= ui.mm(few_height);
    if (!wide) return std::nullopt;
    auto stacked = faces;
    for (auto& face : stacked) {
        face.button.label = words(face.label);
        face.button.stacked = true;
        face.button.icon_side = few_icon;
        face.button.type.align = typeset::Align::centre;
    }
    for (const double capital : {1.0, 0.9, 0.8, 0.7}) {
        if (ui.look().very_large && capital < 1) break;
        const Layout layout = fit(ui, body, stacked, count, capital);
        if (layout.pages > 1) continue;
        faces = std::move(stacked);
        return layout;
    }
    return std::nullopt;
}

// Text that is smaller where there are notes below it.
Type card_type(const Ui& ui, const view::Control& control) {
    if (view::is_nothing(control.note)) return ui.look().very_large ? Type{.line_height = 1.15} : Type{};
    return grown(ui, {.capital = 0.75, .line_height = 1.2, .most_capital = 4.5});
}

}  // namespace

view::Control turn_control(const Presenter& on, int page, int pages) {
    const bool last = page + 1 == pages;
    return {.id = last ? "page.first" : "page.turn",
            .label = last ? on.view.first_page : on.view.next_page,
            .icon = last ? Icon::back : Icon::next,
            .event = visit::TurnPage{last ? 0 : page + 1},
            .rank = view::Rank::quiet};
}

void put_turn(Presenter& on, const Rect& rect, int page, int pages, const Type& type) {
    on.put_fitted(turn_control(on, page, pages), rect, type);
}

void put_cards(Presenter& on, Rect& body, const view::Cards& cards) {
    if (cards.controls.empty()) return;
    auto& ui = on.ui;
    std::vector<Face> faces;
    for (const auto& control : cards.controls) {
        faces.push_back(on.face(control, card_type(ui, control)));
        faces.back().button.tight = ui.look().very_large;
    }
    const auto side_by_side = few_layout(ui, body, faces);
    const Layout layout =
        side_by_side ? *side_by_side
                     : best_layout(ui, body, faces, ui.display().portrait() ? cards.tall_columns : cards.columns);
    const bool turns = layout.pages > 1;
    const int a_page = std::max(turns ? layout.cells() - 1 : layout.cells(), 1);
    const int page = page_among(on.view.page, layout.pages);
    // Room that is left makes the cards taller, the more so the fewer they are, up to what still looks like a card.
    const int count = static_cast<int>(cards.controls.size());
    const int used_rows = turns ? layout.rows : (count + layout.columns - 1) / layout.columns;
    const double shared = (body.height + ui.mm(gap)) / used_rows - ui.mm(gap);
    const double tallest = std::max(layout.cell_height * 1.35, ui.mm(count <= few ? few_height : 22));
    const double height = std::max(layout.cell_height, std::min(shared, tallest));
    // What is still free stands above: more of it on a tall display, so that the answers are where hands are.
    const double free = std::max(0.0, body.height - used_rows * (height + ui.mm(gap)) + ui.mm(gap));
    body.take_top(free * (ui.display().portrait() ? 0.85 : 0.3));
    const Cells cells(ui, body, layout.columns, height);
    int at = 0;
    for (int i = page * a_page; i < std::min(count, (page + 1) * a_page); ++i) {
        const auto place = static_cast<std::size_t>(i);
        auto look = faces[place].button;
        look.type.capital *= layout.capital;
        on.put(cards.controls[place], cells.at(at++), look);
    }
    if (!turns) return;
    const Type type{.capital = 0.8, .line_height = 1.2, .most_capital = 5};
    put_turn(on, cells.at(layout.cells() - 1), page, layout.pages, type);
}

void put_language_cards(Presenter& on, Rect& body, const view::LanguageCards& cards) {
    auto& ui = on.ui;
    const double between = ui.mm(gap);
    const int count = static_cast<int>(cards.controls.size());
    const int most_columns = std::clamp(static_cast<int>((body.width + between) / ui.mm(narrowest_name + gap)), 1, 4);
    const auto rows_in = [&](int columns) { return (count + columns - 1) / columns; };
    // As few columns as let every card be tall enough for a finger.
    int columns = 1;
    const auto height_in = [&](int of) { return (body.height + between) / rows_in(of) - between; };
    const bool noted = std::any_of(cards.controls.begin(), cards.controls.end(),
                                   [](const view::Control& card) { return !view::is_nothing(card.note); });
    const double wanted = noted && !is_low(ui, lowest_for_all) ? tall_enough_for_note : target + 3;
    while (columns < most_columns && height_in(columns) < ui.mm(wanted)) ++columns;
    const double height = std::min(height_in(columns), ui.mm(tallest_name));
    const Cells cells(ui, body, columns, height);
    // In one size, so that no language looks more welcome than another.
    Type type{.capital = 1.3, .weight = typeset::Weight::bold, .align = typeset::Align::centre, .line_height = 1.2};
    auto controls = cards.controls;
    for (auto& control : controls) {
        if (height < ui.mm(tall_enough_for_note)) control.note = view::Nothing{};
        const auto face = on.face(control, type);
        auto look = face.button;
        on.shrink(look, cells.at(0));
        type = look.type;
    }
    int at = 0;
    for (const auto& control : controls) on.put(control, cells.at(at++), type);
}

}  // namespace pocketplan::ui
