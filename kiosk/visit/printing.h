#pragma once

#include <cstdint>

#include "printer/status/paper.h"
#include "printer/status/status.h"

namespace pocketplan::visit {

// Whether pages of an earlier visit may still lie in the printer.
enum class Leftovers { checking, none, uncertain };
// forgotten_sheet: an earlier visit printed, and nobody said that the paper was in hand.
enum class Tray { checked, forgotten_sheet };
// How the printer's margins let a card come out: smaller than it is meant to be, or as a sheet with nothing to cut.
enum class CardPrinted { whole, smaller, sheet };

// What is known of the printer, whether or not this visit prints. Outlives the visit.
struct PrinterKnown {
    status::Trouble trouble = status::Trouble::none;
    std::uint32_t notices = 0;  // bit n: status::Notice
    status::PaperKind paper = status::PaperKind::letter;
    CardPrinted card = CardPrinted::whole;
    Leftovers leftovers = Leftovers::checking;
    Tray tray = Tray::checked;

    // What keeps a plan from being printed now.
    [[nodiscard]] status::Trouble obstacle() const {
        const bool clear = trouble != status::Trouble::none || leftovers != Leftovers::uncertain;
        return clear ? trouble : status::Trouble::leftover;
    }
};

// One print job of this visit.
struct Job {
    status::Progress progress = status::Progress::waiting;
    status::Trouble trouble = status::Trouble::none;
    int pages = 0;       // 0 until composed
    int pages_done = 0;  // as far as the device tells
};

}  // namespace pocketplan::visit
