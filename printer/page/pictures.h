#pragma once

#include <span>

#include "printer/page/setter.h"

namespace pocketplan::page {

inline constexpr double picture_side = 20 * millimetre;

// One row of them side by side, as many as `columns` at most: a box to tick, its picture, and its words in both
// languages, one below the other.
Piece set_pictures(const Setter& setter, std::span<const Pictures::Item> row, int columns, const Sizes& sizes);

}  // namespace pocketplan::page
