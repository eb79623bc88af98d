#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/screens/scene.h"

namespace pocketplan::screens {
namespace {

using ui::Rect;

constexpr int few = 3;  // choices that may stand as large cards

// How many cards of what size stand on a page.
struct Grid {
    int columns = 1;
    int rows = 1;
    double capital = 1;  // in capitals of the visitor's text size
    double cell_height = 0;
    int pages = 1;
    [[nodiscard]] int cells() const { return columns * rows; }
};

double cell_width(const Scene& scene, const Rect& body, int columns) {
    return (body.width - (columns - 1) * scene.ui.mm(gap)) / columns;
}

Grid fit(const Scene& scene, const Rect& body, std::span<const Choice> choices, int columns, double capital) {
    const double width = cell_width(scene, body, columns);
    double height = scene.ui.mm(target);
    bool broken = false;
    for (const auto& choice : choices) {
        auto look = choice.look;
        look.type.capital *= capital;
        height = std::max(height, scene.ui.button_height(look, width));
        broken = broken || scene.ui.breaks_a_word(look, width);
    }
    Grid grid{columns, 0, capital, height, 1};
    const double step = height + scene.ui.mm(gap);
    grid.rows = static_cast<int>((body.height + scene.ui.mm(gap)) / step);
    const int count = static_cast<int>(choices.size());
    // Beyond one page, one cell of each is for turning it.
    const int a_page = grid.cells() >= count ? grid.cells() : std::max(grid.cells() - 1, 0);
    grid.pages = a_page == 0 || broken ? 99 : (count + a_page - 1) / a_page;
    return grid;
}

// The largest type with which everything fits on one page, else that needs the fewest pages of up to three, else the
// smallest type there is.
Grid best_grid(const Scene& scene, const Rect& body, std::span<const Choice> choices, int most_columns) {
    constexpr std::array capitals{1.0, 0.9, 0.8, 0.7, 0.6, 0.5};
    constexpr int most_pages = 3;
    Grid best;
    best.pages = 100;
    for (const double capital : capitals) {
        for (int columns = 1; columns <= most_columns; ++columns) {
            const Grid grid = fit(scene, body, choices, columns, capital);
            if (grid.pages < best.pages) best = grid;
        }
        if (best.pages == 1) break;
        if (capital <= 0.9 && best.pages <= most_pages) break;
    }
    return best;
}

void draw_turn(Scene& scene, const Rect& rect, int page, int pages, int first_page) {
    const bool last = page + 1 == pages;
    ui::Button look{.label = scene.text(last ? "button.first_answers" : "button.more_answers"),
                    .icon = last ? "back" : "next",
                    .emphasis = ui::Emphasis::quiet,
                    .type = {.capital = 0.8, .line_height = 1.2, .most_capital = 5}};
    scene.button(last ? "page.first" : "page.turn", rect, look, visit::TurnPage{first_page + (last ? 0 : page + 1)});
}

}  // namespace

void draw_choices(Scene& scene, const Rect& body, std::span<const Choice> choices, Spread spread) {
    if (choices.empty()) return;
    const Grid grid = best_grid(scene, body, choices, spread.most_columns);
    const bool turns = grid.pages > 1;
    const int a_page = std::max(turns ? grid.cells() - 1 : grid.cells(), 1);
    const int page = std::clamp(scene.visit.page - spread.first_page, 0, grid.pages - 1);
    const double width = cell_width(scene, body, grid.columns);
    // Room that is left makes the cards taller, the more so the fewer they are, up to what still looks like a card.
    const int count = static_cast<int>(choices.size());
    const int used_rows = turns ? grid.rows : (count + grid.columns - 1) / grid.columns;
    const double shared = (body.height + scene.ui.mm(gap)) / used_rows - scene.ui.mm(gap);
    const double height = std::max(
        grid.cell_height, std::min(shared, std::max(grid.cell_height * 1.35, scene.ui.mm(count <= few ? 30 : 22))));
    const auto cell = [&](int at) {
        return Rect{body.x + (at % grid.columns) * (width + scene.ui.mm(gap)),
                    body.y + (at / grid.columns) * (height + scene.ui.mm(gap)), width, height};
    };
    int at = 0;
    for (int i = page * a_page; i < std::min(count, (page + 1) * a_page); ++i) {
        auto look = choices[static_cast<std::size_t>(i)].look;
        look.type.capital *= grid.capital;
        scene.button(choices[static_cast<std::size_t>(i)].id, cell(at++), look,
                     choices[static_cast<std::size_t>(i)].event);
    }
    if (turns) draw_turn(scene, cell(grid.cells() - 1), page, grid.pages, spread.first_page);
}

}  // namespace pocketplan::screens
