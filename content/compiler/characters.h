#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pocketplan::content::compiler {

// What is not allowed in a text, because it would be printed literally or affect the text around it: bidi embeddings
// and overrides (UAX #9), isolates that do not close within their line, control characters, noncharacters, and HTML
// tags and entities. Each finding is the end of a sentence that begins with the text's id.
std::vector<std::string> impurities(std::string_view text);

}  // namespace pocketplan::content::compiler
