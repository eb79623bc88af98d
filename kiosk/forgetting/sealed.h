#pragma once

#include <cstddef>
#include <span>

namespace pocketplan::forgetting {

// A copy of these bytes that nobody can change any more: the descriptor of a sealed memfd, or -1 if the kernel refuses
// one. Closed by exec, unless it is kept (replace_process).
int seal(const char* name, std::span<const std::byte> bytes);

}  // namespace pocketplan::forgetting
