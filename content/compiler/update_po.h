#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "content/answers.h"
#include "content/compiler/fault.h"

namespace pocketplan::content::compiler {

// Writes notes for translators into the source language's PO files, of a pack and of its common folder; makes the
// templates, which are the same under another name; and updates every translation. New texts are added empty; a text
// whose English changed is marked fuzzy and shows the old English; one whose id changed keeps its translation; and
// unused ones move to the end of the file. Gettext's own msgmerge and msgcat write the files. Returns the files that
// changed.
tl::expected<std::vector<std::string>, Faults> update_po(const std::filesystem::path& pack, const Date& today);

}  // namespace pocketplan::content::compiler
