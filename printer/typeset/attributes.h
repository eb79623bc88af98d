#pragma once

#include <memory_resource>
#include <string_view>
#include <vector>

#include <pango/pango.h>

#include "printer/typeset/numbers.h"

namespace pocketplan::typeset {

using Points = std::pmr::vector<char32_t>;

// The positions of any of these characters in a text.
std::pmr::vector<Bytes> places_of(const Points& points, std::string_view utf8);

enum class Numbers { whole, broken };

// What Pango gets besides the text: that a number to dial stays on one line (UAX #14 would break it at its spaces)
// unless it is to be broken, and that there must be room for a box where a character is missing.
void set_attributes(PangoLayout* layout, std::string_view utf8, const std::pmr::vector<Bytes>& boxes, double size,
                    Numbers numbers);

}  // namespace pocketplan::typeset
