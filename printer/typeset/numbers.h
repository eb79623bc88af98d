#pragma once

#include "printer/typeset/text.h"

namespace pocketplan::typeset {

// Whether some number in the text (digits, and the hyphens, points and slashes between them) does not read from left to
// right in its line: "1-833-383-1465" that the bidi algorithm made "1465-383-833-1", because nobody isolated it from
// the right-to-left text around it (UAX #9).
bool turns_a_number(const Layout& layout);

}  // namespace pocketplan::typeset
