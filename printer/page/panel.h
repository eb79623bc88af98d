#pragma once

#include <memory_resource>
#include <vector>

#include "printer/page/place.h"

namespace pocketplan::page {

inline constexpr double panel_padding = 6;  // 2 mm: what scissors may miss by

// Of a card's panels.
struct PanelSize {
    double width = 0;
    double height = 0;

    [[nodiscard]] constexpr double inner_width() const { return width - 2 * panel_padding; }
    [[nodiscard]] constexpr double inner_height() const { return height - 2 * panel_padding; }
};
// ISO/IEC 7810 ID-1, a bank card, is 85.6 x 53.98 mm: a panel fits behind every slot for one.
inline constexpr PanelSize whole_panel{85 * millimetre, 53 * millimetre};
// The longest number to call, 20 digits, still stands on one line of 12 points, and no sentence is taller than a panel.
// Letter and A4 hold such panels however wide the margins are that a printer may tell.
inline constexpr PanelSize least_panel{75 * millimetre, 47 * millimetre};

// What stands on one panel, from the top left corner of the panel.
struct Panel {
    std::pmr::vector<Mark> marks;
    double filled = 0;  // of its inner height
};

// A section in the largest type in which one panel holds it; where none does, it goes on in the next: nothing is ever
// cut. One with lines to write on has them down to its lower edge. The setter is as wide as the inside of a panel.
std::pmr::vector<Panel> set_panels(const Setter& setter, const PanelSize& size, const Section& section);
// One that is all lines to write on.
Panel set_empty_panel(const Setter& setter, const PanelSize& size);

}  // namespace pocketplan::page
