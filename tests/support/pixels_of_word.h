#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "printer/page/page.h"

namespace pocketplan::tests {

// A row of pixels through a word, as it lies in the picture of its page that is so wide: the row that is the hardest to
// take for another. Empty where the page does not have the word, or shows too little of it.
std::vector<std::uint8_t> row_of_word(const page::Page& page, const std::string& word, int width);

}  // namespace pocketplan::tests
