#include <cstdlib>

#include "kiosk/screens/scene.h"

namespace pocketplan::screens {
namespace {

// What is said besides "everything is gone", by how the visit ended.
std::string_view closing(const Scene& scene) {
    switch (scene.visit.ended) {
        case visit::EndReason::done:
            return scene.text("goodbye.paper");
        case visit::EndReason::idle:
            return scene.text("goodbye.idle");
        case visit::EndReason::printer_given_up:
        case visit::EndReason::erased:
        case visit::EndReason::shutdown:
            return scene.text("goodbye.luck");
    }
    std::abort();
}

// Whether anything may still come out of the printer, said only as far as the printer has confirmed it.
std::string_view queue_text(visit::Leftovers leftovers) {
    switch (leftovers) {
        case visit::Leftovers::checking:
            return "goodbye.queue_checking";
        case visit::Leftovers::none:
            return "goodbye.queue_clear";
        case visit::Leftovers::uncertain:
            return "goodbye.queue_uncertain";
    }
    std::abort();
}

}  // namespace

void draw_goodbye(Scene& scene) {
    auto& ui = scene.ui;
    ui::Rect body = page_of(scene);
    const ui::Rect bar = body.take_bottom(ui.mm(22), ui.mm(gap));
    const double side = ui.mm(24);
    body.take_top(body.height * 0.1);
    const ui::Rect top = body.take_top(side, ui.mm(gap * 2));
    ui.icon({top.x + (top.width - side) / 2, top.y, side, side}, "tick", ui.colours().accent);
    const ui::Type title{
        .capital = 1.3, .weight = typeset::Weight::bold, .align = typeset::Align::centre, .line_height = 1.3};
    const ui::Type line{.align = typeset::Align::centre, .line_height = 1.35, .most_capital = 6.5};
    const auto paragraph = [&](std::string_view text, const ui::Type& type) {
        ui.text(body.take_top(ui.text_height(text, type, body.width), ui.mm(gap)), text, type);
    };
    paragraph(scene.text("goodbye.title"), title);
    paragraph(scene.text("goodbye.closed"), line);
    paragraph(scene.text(queue_text(scene.visit.printer.leftovers)), line);
    paragraph(closing(scene), line);
    const double width = std::min(bar.width, ui.mm(110));
    scene.button("goodbye.start", {bar.x + (bar.width - width) / 2, bar.y, width, bar.height},
                 {.label = scene.text("goodbye.start"),
                  .emphasis = ui::Emphasis::strong,
                  .type = {.align = typeset::Align::centre, .most_capital = 6}},
                 visit::StartOver{});
}

}  // namespace pocketplan::screens
