#pragma once

#include <string_view>
#include <vector>

#include "assets/icons/path.h"

namespace pocketplan::icons {

// One thing to draw: an area, or a line with round ends and corners.
struct Stroke {
    enum class Kind { open, closed, filled };
    Kind kind = Kind::open;
    double width = 0;  // of the line; 0 where filled
    std::vector<Point> points;
};

// The strokes of an SVG file on a grid of 24 by 24. Anything that we would not draw as a browser does is a Fault, and
// so is an empty picture: better no build than an icon that lacks a part.
std::vector<Stroke> read_svg(std::string_view text);

}  // namespace pocketplan::icons
