#pragma once

#include <optional>
#include <vector>

#include "printer/status/report.h"

namespace pocketplan::status {

// Paper that plans are laid out for. receipt80: a roll 80 mm wide (70 to 83 mm), continuous or cut.
enum class PaperKind { letter, a4, receipt80 };

// Pure. Decided by what is loaded, in the device's own order (first tray first). Unset if the device does not report
// it, or if nothing that is loaded is one of ours.
std::optional<PaperKind> choose_paper(const DeviceReport& device);

// Pure. The sheet to ask a device for: the first loaded one of this kind, as the device calls it; else of the
// standard's size. Unset for a roll, whose length is the device's to cut.
std::optional<Media> choose_sheet(const std::vector<Media>& loaded, PaperKind kind);

// What a plan must fit to be printed on this printer.
struct PaperSetup {
    std::optional<PaperKind> kind;  // as choose_paper
    Margins margins;                // all 0 if the device does not report them
    Colour colour = Colour::unknown;

    bool operator==(const PaperSetup&) const = default;
};
PaperSetup setup_of(const DeviceReport& device);

// Pure. True if every loaded medium is known and none can take a page of ours, for example only envelopes.
bool no_paper_fits(const DeviceReport& device);

}  // namespace pocketplan::status
