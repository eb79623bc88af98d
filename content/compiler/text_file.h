#pragma once

#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "content/compiler/fault.h"

namespace pocketplan::content::compiler {

// A whole file that people write: UTF-8, with or without a byte order mark, which is left out. Anything else is refused
// with the line where it begins, as a reader that guesses would print other letters than were meant.
tl::expected<std::string, Fault> read_text_file(const std::filesystem::path& file, const std::string& name);

}  // namespace pocketplan::content::compiler
