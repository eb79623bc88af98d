#pragma once

#include <memory_resource>
#include <vector>

#include "assets/icon.h"
#include "printer/page/page.h"

namespace pocketplan::page {

// Something that stays whole: pages and panels break between pieces. Its marks are placed from its own top left corner.
struct Piece {
    double height = 0;
    double gap = 0;               // above it, unless it opens a page
    bool keep_with_next = false;  // on the same page as what follows
    std::pmr::vector<Mark> marks;
};

// Moves a mark by (dx, dy).
void shift(Mark& mark, double dx, double dy);
// Turns a mark upside down within a box of this size, whose top left corner is where the mark counts from.
void turn(Mark& mark, double width, double height);
// Puts a piece's marks onto a page, its top left corner at (x, y).
void append(Page& page, Piece piece, double x, double y);

// An area of one shade, from white (1) to black (0).
Shape filled(std::initializer_list<Point> corners, double grey);
// Draws an icon into a square of this size.
void draw_icon(std::pmr::vector<Mark>& marks, Icon icon, Point corner, double size);

}  // namespace pocketplan::page
