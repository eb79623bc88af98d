#pragma once

#include <optional>
#include <string_view>

#include "printer/status/trouble.h"

namespace pocketplan::status {

// How bad a reason is, by its suffix (RFC 8011, 5.4.12): a report is news, a warning may become a fault, an error has
// stopped the printer. unstated: no suffix.
enum class Severity { report, warning, unstated, error };

// What one printer-state-reasons keyword means at its severity.
struct Meaning {
    Trouble blocks = Trouble::none;
    std::optional<Notice> notice;
};

// Pure. `reason` is a keyword with or without a suffix. Every keyword of IANA's registry is known. An unknown one (a
// maker's own) never blocks: if it stopped the printer, printer-state says so.
Meaning meaning_of(std::string_view reason);

}  // namespace pocketplan::status
