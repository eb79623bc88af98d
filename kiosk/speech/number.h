#pragma once

#include <array>
#include <cstddef>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "kiosk/speech/letters.h"

namespace pocketplan::speech {

// A stretch of text that is written like a number. A visitor may have typed it, so it is in the visit's arena.
struct Number {
    std::size_t end = 0;                   // in the text, after the last digit
    std::pmr::vector<char> digits;         // ASCII
    std::pmr::vector<std::size_t> groups;  // how many digits each has, as written
    std::array<bool, 9> separators{};      // by Part
    bool plus = false;                     // before it

    [[nodiscard]] bool separated_by(Part part) const { return separators[static_cast<std::size_t>(part)]; }
};

// The number that begins at `at`: digits, and the spaces, hyphens, dots, slashes and brackets between them. A date ends
// it, and it ends before a date. Without digits if none begins there.
Number read_number(std::string_view text, std::size_t at);

// Whether people say it digit by digit; spoken_text.h names what they do not.
bool is_dialled(const Number& number);

}  // namespace pocketplan::speech
