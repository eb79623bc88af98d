#pragma once

#include <cstddef>
#include <string_view>

namespace pocketplan::speech {

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;  // that it takes in the text
};

// The code point at `at`, which must be inside `text`. A byte that is not UTF-8 is U+FFFD and takes one byte.
CodePoint code_point_at(std::string_view text, std::size_t at);

// The longest beginning of `text` of at most `most` bytes, more than 4, that a voice can read on its own: it ends after
// a sentence if there is one in its second half, else after a space, else between code points.
std::string_view readable_piece(std::string_view text, std::size_t most);

}  // namespace pocketplan::speech
