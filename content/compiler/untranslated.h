#pragma once

#include <optional>
#include <string>

#include "content/compiler/wording.h"

namespace pocketplan::content::compiler {

// English that was left in a translation, all of it or a piece, however it is spaced and capitalised: the end of a
// sentence that begins with the text's id. Unset if there is none.
std::optional<std::string> untranslated(const Pair& pair, const Kept& kept);

}  // namespace pocketplan::content::compiler
