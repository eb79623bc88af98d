#pragma once

#include <vector>

#include "kiosk/tools/pictures/draw.h"

namespace pocketplan::pictures {

// The picture, smaller: each pixel is the mean of those it stands for. `width`: pixels, at most its own.
Picture shrunk(const Picture& picture, int width);
// Pictures of the same width side by side, row by row, in their order.
Picture contact_sheet(const std::vector<Picture>& pictures, int columns);

}  // namespace pocketplan::pictures
