#pragma once

#include <array>
#include <cstddef>

namespace pocketplan::forgetting {

// Random bytes, drawn again for each visit. They lie beside everything the visitor says and in what is printed, so that
// where anything of the visit is left, they are too, and the machine can be searched for them without knowing a word.
using Mark = std::array<std::byte, 16>;

}  // namespace pocketplan::forgetting
