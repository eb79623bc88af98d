#pragma once

#include <string_view>

namespace pocketplan::speech {

// espeak-ng's voice for a language of a pack, by its BCP 47 tag; empty if there is none. docs/ACCESSIBILITY.md says
// which of them are hard to understand.
std::string_view voice_for(std::string_view tag);

}  // namespace pocketplan::speech
