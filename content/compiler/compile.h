#pragma once

#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "content/compiler/fault.h"
#include "content/library.h"

namespace pocketplan::content::compiler {

// Reads the pack in `folder` and the common folder it names (docs/CONTENT.md), and makes of them a Library, or tells
// everything that is wrong, sorted by file and line.
tl::expected<Library, Faults> compile(const std::filesystem::path& folder);

// "content/check-in/advice.yaml:12: what is wrong; what to do"
std::string describe(const Fault& fault);

}  // namespace pocketplan::content::compiler
