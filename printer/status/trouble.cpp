#include "printer/status/trouble.h"

#include <array>
#include <cstdlib>

namespace pocketplan::status {
namespace {

// In the order of the enums.
constexpr std::array trouble_ids{
    "printer.no_printer",  // none: there must be a text even if nothing is wrong
    "printer.no_printer",        "printer.out_of_paper", "printer.jam",           "printer.door_open",
    "printer.stopped",           "printer.gone",         "printer.failed",        "printer.tray_missing",
    "printer.wrong_paper",       "printer.output_full",  "printer.toner_empty",   "printer.waste_full",
    "printer.worn_part",         "printer.temperature",  "printer.memory_full",   "printer.broken",
    "printer.no_filter",         "printer.paused",       "printer.not_accepting", "printer.held",
    "printer.stalled",           "printer.leftover",     "printer.no_pdf",        "printer.sign_in",
    "printer.wrong_certificate",
};
static_assert(trouble_ids.size() == static_cast<std::size_t>(last_trouble) + 1);

constexpr std::array notice_ids{
    "printer.notice.paper_low",    "printer.notice.output_nearly_full",
    "printer.notice.toner_low",    "printer.notice.waste_nearly_full",
    "printer.notice.part_wearing", "printer.notice.other_tray",
    "printer.notice.look",         "printer.notice.unknown",
};
static_assert(notice_ids.size() == static_cast<std::size_t>(last_notice) + 1);

}  // namespace

std::string_view text_id(Trouble trouble) {
    return trouble_ids.at(static_cast<std::size_t>(trouble));
}

std::string_view text_id(Notice notice) {
    return notice_ids.at(static_cast<std::size_t>(notice));
}

bool ends_the_job(Trouble trouble) {
    switch (trouble) {
        case Trouble::no_printer:
        case Trouble::gone:
        case Trouble::failed:
        case Trouble::no_filter:
        case Trouble::stalled:
        case Trouble::leftover:
        case Trouble::no_pdf:
        case Trouble::sign_in:
        case Trouble::wrong_certificate:
            return true;
        case Trouble::none:
        case Trouble::out_of_paper:
        case Trouble::jam:
        case Trouble::door_open:
        case Trouble::stopped:
        case Trouble::tray_missing:
        case Trouble::wrong_paper:
        case Trouble::output_full:
        case Trouble::toner_empty:
        case Trouble::waste_full:
        case Trouble::worn_part:
        case Trouble::temperature:
        case Trouble::memory_full:
        case Trouble::broken:
        case Trouble::paused:
        case Trouble::not_accepting:
        case Trouble::held:
            return false;
    }
    std::abort();
}

}  // namespace pocketplan::status
