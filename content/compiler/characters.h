#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pocketplan::content::compiler {

// What has no place in a text, as it would be printed as it is written or turn what is around it: bidi embeddings
// and overrides (UAX #9), isolates that do not close within their line, control characters, code points that are no
// characters, and the tags and entities of HTML. Each finding is the end of a sentence that begins with the text's id.
std::vector<std::string> impurities(std::string_view text);

}  // namespace pocketplan::content::compiler
