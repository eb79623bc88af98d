#pragma once

#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "content/library.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::proof {

// The folders of a pack's own files, for the templates of new languages.
struct PackFolders {
    std::filesystem::path pack;
    std::filesystem::path common;
};

// Writes the proof book into `folder`, which is created: index.html, one page per language, its pictures, proof.css and
// the templates. The error is one line that names the file and what to do; files already written stay.
tl::expected<void, std::string> write_book(const content::Library& library, const PackFolders& from,
                                           const typeset::Typesetter& typesetter, const content::Date& today,
                                           const std::filesystem::path& folder);

}  // namespace pocketplan::proof
