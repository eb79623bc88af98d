#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include <tl/expected.hpp>

#include "content/compiler/fault.h"
#include "content/local.h"

namespace pocketplan::content::compiler {

// Returns the first character of a text that cannot be printed, or 0. Passed in, because only the typesetter knows the
// fonts.
using MissingGlyph = std::function<char32_t(std::string_view)>;

// Reads a centre's own lines (local.yaml) and checks them against the library they are for: that the languages and
// extras exist, that phones are phones, and that everything can be printed. Reports everything that is wrong at once.
// `name`: what messages call the file, if it is a copy.
tl::expected<Local, Faults> read_local(const std::filesystem::path& file, const Library& library,
                                       const MissingGlyph& missing_glyph, const std::filesystem::path& name = {});

}  // namespace pocketplan::content::compiler
