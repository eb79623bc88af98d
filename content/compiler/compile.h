#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "content/compiler/fault.h"
#include "content/compiler/progress.h"
#include "content/compiler/story.h"
#include "content/library.h"

namespace pocketplan::content::compiler {

// A compiled pack.
struct Pack {
    Library library;
    std::filesystem::path common;            // the folder that it names
    std::vector<std::vector<Place>> places;  // of each text: by language, then by TextIndex
    std::vector<Place> keyboards;            // where each of Library::keyboards is
    std::vector<Story> stories;
    std::vector<Progress> progress;      // by language
    std::map<std::string, Place> parts;  // where "language.TAG", "source.ID" and "paper.ID" are
};

// Reads the pack in `folder` and the common folder it names (docs/CONTENT.md), drafts included. Returns a Pack, or
// everything that is wrong, sorted by file and line; if a file cannot be read, only that.
tl::expected<Pack, Faults> compile(const std::filesystem::path& folder);

}  // namespace pocketplan::content::compiler
