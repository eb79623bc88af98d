#pragma once

#include <string_view>
#include <vector>

namespace pocketplan::icons {

struct Point {
    double x = 0;
    double y = 0;
};

// A polyline. A closed one goes on from its last point to its first.
struct Line {
    std::vector<Point> points;
    bool closed = false;
};

// How far a line may be from the curve that it replaces, on the grid of 24: a tenth of a pixel at 18 mm.
inline constexpr double tolerance = 0.01;

// What the "d" of an SVG path draws (SVG 1.1, chapter 8), with curves as polylines. Supports all commands except T,
// which none of our programs writes. Throws Fault.
std::vector<Line> read_path(std::string_view data);

}  // namespace pocketplan::icons
