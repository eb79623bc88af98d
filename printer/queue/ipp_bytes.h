#pragma once

#include <cstddef>
#include <span>

namespace pocketplan::queue {

// How deep collections of an answer may lie in one another; a real one has three.
inline constexpr int deepest_collection = 8;

// Whether libcups can read this message: it goes down into each collection by calling itself, and a few thousand of
// them end the program. Only looks at the encoding's frame (RFC 8010, 3.1); what is said is libcups' to judge.
bool is_readable(std::span<const std::byte> message);

}  // namespace pocketplan::queue
