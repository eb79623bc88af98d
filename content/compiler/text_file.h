#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "content/compiler/fault.h"

namespace pocketplan::content::compiler {

// In bytes, of one text in a file that people write. The longest that ships has 622. What compares texts takes time by
// the square of their length, and room on the stack by their longest word.
inline constexpr std::size_t longest_text = 2000;
inline constexpr const char* text_is_too_long = "a text of more than 2,000 bytes; write less, or divide it";

// A whole file that people write: UTF-8, with or without a byte order mark, which is dropped. Anything else is refused,
// with the line where it begins, because a reader that guesses would print other letters than were meant.
tl::expected<std::string, Fault> read_text_file(const std::filesystem::path& file, const std::string& name);

// The same of bytes that were read already.
tl::expected<std::string, Fault> read_text(std::string text, const std::string& name);

}  // namespace pocketplan::content::compiler
