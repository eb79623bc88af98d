#pragma once

#include <filesystem>

#include <tl/expected.hpp>

#include "content/compiler/fault.h"
#include "content/local.h"

namespace pocketplan::content::compiler {

// Reads a centre's own lines (local.yaml) and checks them against the library they are for: that the languages and
// extras are there, that a phone is one. Everything wrong is told at once.
tl::expected<Local, Faults> read_local(const std::filesystem::path& file, const Library& library);

}  // namespace pocketplan::content::compiler
