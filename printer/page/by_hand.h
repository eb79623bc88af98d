#pragma once

#include "printer/page/place.h"

namespace pocketplan::page {

// A line to write on by hand, beside the value that was just set there or, where that leaves too little room, below it.
// Returns the height that this adds.
double line_by_hand(const Setter& setter, Piece& piece, double from_start, double y, double width);

}  // namespace pocketplan::page
