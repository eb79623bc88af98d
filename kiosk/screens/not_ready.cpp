#include "kiosk/screens/scene.h"

namespace pocketplan::screens {

// No visit begins here, because a promise could not be kept; whom to ask, in any language, and what staff can do.
void draw_not_ready(Scene& scene) {
    auto& ui = scene.ui;
    ui::Rect body = page_of(scene);
    ui::Rect bar = body.take_bottom(ui.mm(target + 3), ui.mm(gap));
    const double third = (bar.width - 2 * ui.mm(gap)) / 3;
    scene.button("not_ready.language", bar.take_start(third, ui.mm(gap)),
                 {.label = scene.library.language(scene.visit.language).own_name, .icon = "globe", .type = bar_type},
                 visit::OpenLanguages{});
    scene.button("not_ready.staff", bar.take_start(third, ui.mm(gap)),
                 {.label = scene.text("staff.title"), .icon = "alert", .type = bar_type}, visit::OpenStaff{});
    scene.button("not_ready.again", bar.take_start(third),
                 {.label = scene.text("not_ready.again"), .emphasis = ui::Emphasis::strong, .type = bar_type},
                 visit::CheckAgain{});
    const double side = ui.mm(24);
    body.take_top(body.height * 0.15);
    const ui::Rect top = body.take_top(side, ui.mm(gap * 2));
    ui.icon({top.x + (top.width - side) / 2, top.y, side, side}, "alert", ui.colours().accent);
    const ui::Type title{
        .capital = 1.3, .weight = typeset::Weight::bold, .align = typeset::Align::centre, .line_height = 1.3};
    const ui::Type line{.align = typeset::Align::centre, .line_height = 1.35, .most_capital = 6.5};
    for (const auto& [id, type] : {std::pair("not_ready.title", title), std::pair("not_ready.body", line)}) {
        const auto text = scene.text(id);
        ui.text(body.take_top(ui.text_height(text, type, body.width), ui.mm(gap)), text, type);
    }
}

}  // namespace pocketplan::screens
