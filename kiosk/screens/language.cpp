#include <algorithm>
#include <cmath>

#include "kiosk/screens/scene.h"

// Which language: the first screen, and what lies over any other when the visitor changes it.
namespace pocketplan::screens {
namespace {

constexpr double tallest_card = 30;  // millimetres
constexpr double narrowest_card = 60;

}  // namespace

// Own names in own scripts, all on one page, for nobody finds their language behind words of another; no flags.
void draw_language_cards(Scene& scene, const ui::Rect& body) {
    auto& ui = scene.ui;
    const auto& languages = scene.library.languages;
    const double between = ui.mm(gap);
    const int count = static_cast<int>(languages.size());
    const int most_columns = std::clamp(static_cast<int>((body.width + between) / ui.mm(narrowest_card + gap)), 1, 4);
    const auto rows_in = [&](int columns) { return (count + columns - 1) / columns; };
    // As few columns as let every card be tall enough for a finger.
    int columns = 1;
    const auto height_in = [&](int of) { return (body.height + between) / rows_in(of) - between; };
    while (columns < most_columns && height_in(columns) < ui.mm(target + 3)) ++columns;
    const double height = std::min(height_in(columns), ui.mm(tallest_card));
    const double width = (body.width - (columns - 1) * between) / columns;
    for (int at = 0; at < count; ++at) {
        const auto index = static_cast<content::LanguageIndex>(at);
        const auto& language = scene.library.language(index);
        const ui::Rect cell{body.x + (at % columns) * (width + between), body.y + (at / columns) * (height + between),
                            width, height};
        const ui::Button look{
            .label = language.own_name,
            .chosen = scene.visit.overlay == visit::Overlay::languages && index == scene.visit.language,
            .type = {
                .capital = 1.3, .weight = typeset::Weight::bold, .align = typeset::Align::centre, .line_height = 1.2}};
        scene.button(ui::Id("language.", language.tag), cell, fitted(scene, look, cell), visit::ChooseLanguage{index});
    }
}

void draw_language(Scene& scene) {
    auto& ui = scene.ui;
    ui::Rect body = page_of(scene);
    const double side = ui.mm(16);
    const ui::Rect top = body.take_top(side, ui.mm(gap * 2));
    ui.icon({top.x + (top.width - side) / 2, top.y, side, side}, "globe", ui.colours().accent);
    draw_language_cards(scene, body);
    if (!staff_are_needed(scene)) return;
    const ui::Rect corner = top.inset(0).take_end(ui.mm(60));
    scene.button(
        "language.staff", corner,
        {.label = scene.text("staff.title"), .icon = "alert", .emphasis = ui::Emphasis::quiet, .type = bar_type},
        visit::OpenStaff{});
}

}  // namespace pocketplan::screens
