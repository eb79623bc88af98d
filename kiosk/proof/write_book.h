#pragma once

#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "content/library.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::proof {

// Where a pack's own files lie, for the templates that a new language begins with.
struct PackFolders {
    std::filesystem::path pack;
    std::filesystem::path common;
};

// Writes the proof book into `folder`, which is made: index.html, a page a language, its pictures, proof.css and the
// templates. Where it fails, one line that names the file and what to do; what was written stays.
tl::expected<void, std::string> write_book(const content::Library& library, const PackFolders& from,
                                           const typeset::Typesetter& typesetter, const content::Date& today,
                                           const std::filesystem::path& folder);

}  // namespace pocketplan::proof
