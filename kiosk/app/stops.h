#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/ui.h"
#include "kiosk/view/view.h"

namespace pocketplan::app {

// What scanning stops at, by the ids of a frame: the title, one control, or a row of keys.
using Stop = std::vector<std::string>;
using Stops = std::vector<Stop>;

// Those of the frame that was drawn last, in the order in which it is read. Keys that stand side by side are a row.
Stops stops_of(const view::View& view, const ui::Ui& ui);

}  // namespace pocketplan::app
