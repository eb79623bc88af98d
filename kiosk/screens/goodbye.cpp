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
        case visit::EndReason::again:
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

bool holds(const std::optional<visit::Receipt>& receipt) {
    return !receipt || (receipt->proven && receipt->found.empty());
}

// Papers that are files are still there, and were not searched.
std::string_view title_text(const Machine& machine) {
    if (!holds(machine.receipt)) return "not_ready.body";
    return machine.path == PrintPath::files ? "goodbye.trial" : "goodbye.title";
}

// Only what was really searched is named, and only a search that can find anything is told of.
void draw_receipt(Scene& scene, ui::Rect& body, const visit::Receipt& receipt) {
    auto& ui = scene.ui;
    const auto type = [](typeset::Weight weight, double capital) {
        return ui::Type{.capital = capital,
                        .weight = weight,
                        .align = typeset::Align::centre,
                        .line_height = 1.3,
                        .most_capital = 5};
    };
    const auto paragraph = [&](std::string_view text, const ui::Type& look) {
        ui.text(body.take_top(ui.text_height(text, look, body.width), ui.mm(gap / 2)), text, look);
    };
    const auto bold = type(typeset::Weight::bold, 0.9);
    if (!receipt.proven) return paragraph(scene.text("receipt.unproven"), bold);
    if (!receipt.found.empty()) return paragraph(scene.text("receipt.found"), bold);
    const auto searched = name_places(scene, "receipt.searched", receipt.searched);
    paragraph(content::view(searched), type(typeset::Weight::regular, 0.75));
    paragraph(scene.text("receipt.nothing"), bold);
}

}  // namespace

content::PhraseText name_places(const Scene& scene, std::string_view text_id, std::span<const visit::Place> places) {
    content::PhraseText names;
    for (const auto place : places) {
        const std::string_view between = names.empty() ? "" : " · ";
        for (const auto part : {between, scene.text(visit::text_id(place))}) {
            names.insert(names.end(), part.begin(), part.end());
        }
    }
    return content::fill(scene.text(text_id), {{"places", content::view(names)}});
}

void draw_goodbye(Scene& scene) {
    auto& ui = scene.ui;
    const auto& receipt = scene.machine.receipt;
    const auto leftovers = scene.visit.printer.leftovers;
    const bool uncertain = leftovers == visit::Leftovers::uncertain;
    const bool all_gone = holds(receipt) && !uncertain && scene.machine.path != PrintPath::files;
    ui::Rect body = page_of(scene);
    const ui::Rect bar = body.take_bottom(ui.mm(22), ui.mm(gap));
    const double side = ui.mm(24);
    body.take_top(body.height * 0.05);
    const ui::Rect top = body.take_top(side, ui.mm(gap * 2));
    ui.icon({top.x + (top.width - side) / 2, top.y, side, side}, all_gone ? "tick" : "alert", ui.colours().accent);
    const ui::Type title{
        .capital = 1.3, .weight = typeset::Weight::bold, .align = typeset::Align::centre, .line_height = 1.3};
    // As strong as the title: what may still be in the printer is not gone.
    const ui::Type warning{
        .capital = 1.15, .weight = typeset::Weight::bold, .align = typeset::Align::centre, .line_height = 1.3};
    const ui::Type line{.align = typeset::Align::centre, .line_height = 1.35, .most_capital = 6.5};
    const auto paragraph = [&](std::string_view text, const ui::Type& type) {
        ui.text(body.take_top(ui.text_height(text, type, body.width), ui.mm(gap)), text, type);
    };
    paragraph(scene.text(title_text(scene.machine)), title);
    if (!holds(receipt)) draw_receipt(scene, body, *receipt);
    if (uncertain) paragraph(scene.text(queue_text(leftovers)), warning);
    paragraph(scene.text("goodbye.closed"), line);
    if (!uncertain) paragraph(scene.text(queue_text(leftovers)), line);
    paragraph(closing(scene), line);
    if (receipt && holds(receipt)) draw_receipt(scene, body, *receipt);
    const double width = std::min(bar.width, ui.mm(110));
    scene.button("goodbye.start", {bar.x + (bar.width - width) / 2, bar.y, width, bar.height},
                 {.label = scene.text("goodbye.start"),
                  .emphasis = ui::Emphasis::strong,
                  .type = {.align = typeset::Align::centre, .most_capital = 6}},
                 visit::StartOver{});
}

}  // namespace pocketplan::screens
