#pragma once

#include <memory_resource>
#include <vector>

#include "printer/page/place.h"

namespace pocketplan::page {

// A card's panels. ISO/IEC 7810 ID-1, a bank card, is 85.6 x 53.98 mm: a panel fits behind every slot for one.
inline constexpr double panel_width = 85 * millimetre;
inline constexpr double panel_height = 53 * millimetre;
inline constexpr double panel_padding = 6;  // 2 mm: what scissors may miss by
inline constexpr double panel_inner_width = panel_width - 2 * panel_padding;
inline constexpr double panel_inner_height = panel_height - 2 * panel_padding;

// What stands on one panel, from the top left corner of the panel.
struct Panel {
    std::pmr::vector<Mark> marks;
    double filled = 0;  // of its inner height
};

// A section in the largest type in which one panel holds it; where none does, it goes on in the next: nothing is ever
// cut. One with lines to write on has them down to its lower edge.
std::pmr::vector<Panel> set_panels(const Setter& setter, const Section& section);
// One that is all lines to write on.
Panel set_empty_panel(const Setter& setter);

}  // namespace pocketplan::page
