#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include <tl/expected.hpp>

#include "content/compiler/fault.h"
#include "content/local.h"

namespace pocketplan::content::compiler {

// The first character of a text that cannot be printed, or 0: only those who know the fonts can tell.
using MissingGlyph = std::function<char32_t(std::string_view)>;

// Reads a centre's own lines (local.yaml) and checks them against the library they are for: that the languages and
// extras are there, that a phone is one, and that all of it can be printed. Everything wrong is told at once.
// `name`: what faults call the file, where it is a copy.
tl::expected<Local, Faults> read_local(const std::filesystem::path& file, const Library& library,
                                       const MissingGlyph& missing_glyph, const std::filesystem::path& name = {});

}  // namespace pocketplan::content::compiler
