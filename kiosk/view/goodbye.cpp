#include <cstdlib>

#include "kiosk/view/describer.h"

namespace pocketplan::view {
namespace {

// What is said besides "everything is gone", by how the visit ended.
content::CommonText closing(visit::EndReason reason) {
    switch (reason) {
        case visit::EndReason::done:
            return texts::goodbye_paper;
        case visit::EndReason::idle:
            return texts::goodbye_idle;
        case visit::EndReason::no_room:
            return texts::goodbye_no_room;
        case visit::EndReason::printer_given_up:
        case visit::EndReason::erased:
        case visit::EndReason::shutdown:
        case visit::EndReason::again:
            return texts::goodbye_luck;
    }
    std::abort();
}

// Whether anything may still come out of the printer, said only as far as the printer has confirmed it.
content::CommonText queue_text(visit::Leftovers leftovers) {
    switch (leftovers) {
        case visit::Leftovers::checking:
            return texts::goodbye_queue_checking;
        case visit::Leftovers::none:
            return texts::goodbye_queue_clear;
        case visit::Leftovers::uncertain:
            return texts::goodbye_queue_uncertain;
    }
    std::abort();
}

bool holds(const std::optional<visit::Receipt>& receipt) {
    return !receipt || (receipt->proven && receipt->found.empty());
}

// Papers that are files are still there, and were not searched.
content::CommonText title_text(const Machine& machine) {
    if (!holds(machine.receipt)) return texts::not_ready_body;
    return machine.path == PrintPath::files ? texts::goodbye_trial : texts::goodbye_title;
}

// Only what was really searched is named, and only a search that can find anything is told of.
void add_receipt(const Describer& of, const visit::Receipt& receipt, View& view) {
    if (!receipt.proven) {
        view.parts.emplace_back(Paragraph{of.text(texts::receipt_unproven), Voice::strong});
    } else if (!receipt.found.empty()) {
        view.parts.emplace_back(Paragraph{of.text(texts::receipt_found), Voice::strong});
    } else {
        view.parts.emplace_back(
            Paragraph{Places{of.index(texts::receipt_searched), bits_of(receipt.searched)}, Voice::plain});
        view.parts.emplace_back(Paragraph{of.text(texts::receipt_nothing), Voice::strong});
    }
}

}  // namespace

std::uint32_t bits_of(std::span<const visit::Place> places) {
    std::uint32_t bits = 0;
    for (const auto place : places) bits |= 1U << static_cast<unsigned>(place);
    return bits;
}

View screen(const Describer& of, const visit::Goodbye& goodbye) {
    const auto& receipt = of.machine.receipt;
    const auto leftovers = of.visit.printer.leftovers;
    const bool uncertain = leftovers == visit::Leftovers::uncertain;
    const bool all_gone = holds(receipt) && !uncertain && of.machine.path != PrintPath::files;
    const Said queue = of.text(queue_text(leftovers));
    View view;
    view.parts.emplace_back(Emblem{.icon = all_gone ? Icon::tick : Icon::alert, .room_above = 0.05});
    view.parts.emplace_back(Paragraph{of.text(title_text(of.machine)), Voice::title});
    if (!holds(receipt)) add_receipt(of, *receipt, view);
    // As strong as the title: what may still be in the printer is not gone.
    if (uncertain) view.parts.emplace_back(Paragraph{queue, Voice::warning});
    view.parts.emplace_back(Paragraph{of.text(texts::goodbye_closed)});
    if (!uncertain) view.parts.emplace_back(Paragraph{queue});
    const bool paper = goodbye.reason == visit::EndReason::done;
    view.parts.emplace_back(Paragraph{of.text(closing(goodbye.reason)), paper ? Voice::warning : Voice::line});
    if (receipt && holds(receipt)) add_receipt(of, *receipt, view);
    const Control start{.id = "goodbye.start",
                        .label = of.text(texts::goodbye_start),
                        .event = visit::StartOver{},
                        .rank = Rank::strong};
    const bool tells_to_get_staff = uncertain || !holds(receipt);
    view.bar.kind = tells_to_get_staff ? Bar::Kind::thirds : Bar::Kind::centre;
    if (tells_to_get_staff) view.bar.controls[0] = call_control(of);
    view.bar.controls[tells_to_get_staff ? 2 : 0] = start;
    return view;
}

}  // namespace pocketplan::view
