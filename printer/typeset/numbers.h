#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "printer/typeset/text.h"

namespace pocketplan::typeset {

// Whether some number in the text (digits, and the hyphens, points and slashes between them) does not read from left to
// right in its line: "1-833-383-1465" that the bidi algorithm turned into "1465-383-833-1", because it was not isolated
// from the right-to-left text around it (UAX #9).
bool turns_a_number(const Layout& layout);

// The numbers that stay on one line, in bytes: those that somebody would dial (isolated from left to right, U+2066 to
// U+2069, with three digits or more and no letters except an extension's), and every other one without spaces that is
// short enough for any line.
struct Bytes {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};
std::pmr::vector<Bytes> numbers_to_keep_whole(std::string_view utf8);

}  // namespace pocketplan::typeset
