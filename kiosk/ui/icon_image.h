#pragma once

#include <cstdint>
#include <vector>

#include "assets/icon.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::ui {

// An icon as 8-bit coverage, `side` pixels square, rows top to bottom. One that shows a way to go or an order to read
// in is turned round for a right-to-left reader.
std::vector<std::uint8_t> image_of(Icon icon, int side, typeset::Direction direction);

}  // namespace pocketplan::ui
