#pragma once

#include <string>
#include <string_view>

namespace pocketplan::content {

// The capital of a letter of our keyboards (Latin, Cyrillic), by the blocks of Unicode's case mappings
// (UnicodeData.txt); anything else is itself. Turkish has two i.
char32_t capital_of(char32_t letter, std::string_view language);

// The code point that UTF-8 text begins with; 0 for none.
char32_t first_code_point(std::string_view utf8);
std::string to_utf8(char32_t point);

}  // namespace pocketplan::content
