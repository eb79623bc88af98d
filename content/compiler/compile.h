#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "content/compiler/fault.h"
#include "content/library.h"

namespace pocketplan::content::compiler {

// A pack as it was compiled, the common folder it names, and where each text stands: by language, then by TextIndex.
struct Pack {
    Library library;
    std::filesystem::path common;
    std::vector<std::vector<Place>> places;
    std::vector<Place> keyboards;  // where each of Library::keyboards is
};

// Reads the pack in `folder` and the common folder it names (docs/CONTENT.md), and makes of them a Pack, or tells
// everything that is wrong, sorted by file and line.
tl::expected<Pack, Faults> compile(const std::filesystem::path& folder);

}  // namespace pocketplan::content::compiler
