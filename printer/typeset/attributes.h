#pragma once

#include <string_view>

#include <pango/pango.h>

#include "printer/typeset/numbers.h"

namespace pocketplan::typeset {

enum class Numbers { whole, broken };

// What Pango gets besides the text: that a number to dial stays on one line (UAX #14 would break it at its spaces)
// unless it is to be broken.
void set_attributes(PangoLayout* layout, std::string_view utf8, Numbers numbers);

}  // namespace pocketplan::typeset
