#pragma once

#include <optional>

#include "printer/status/report.h"

namespace pocketplan::status {

// Paper that plans are laid out for. receipt80: a roll 80 mm wide (70 to 83 mm), continuous or cut.
enum class PaperKind { letter, a4, receipt80 };

// Pure. What is loaded decides, in the device's own order (its first tray first); unset where it does not tell, or
// where nothing that is loaded is one of ours.
std::optional<PaperKind> choose_paper(const DeviceReport& device);

// What the papers must keep to on this printer.
struct PaperSetup {
    std::optional<PaperKind> kind;  // as choose_paper
    Margins margins;                // all 0 where the device does not tell
    Colour colour = Colour::unknown;

    bool operator==(const PaperSetup&) const = default;
};
PaperSetup setup_of(const DeviceReport& device);

// Pure. True where every medium that is loaded is known and none can take a page of ours, such as envelopes alone.
bool no_paper_fits(const DeviceReport& device);

}  // namespace pocketplan::status
