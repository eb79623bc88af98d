#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "content/answers.h"
#include "content/compiler/fault.h"

namespace pocketplan::content::compiler {

// Notes in the source language's PO files, of a pack and of its common folder, what a translator has to know of each
// text; makes the templates, which are the same under another name; and brings every translation up to them: new texts
// stand there empty, a text whose English changed is marked fuzzy and shows the old English, one whose id changed keeps
// its translation, and what is no longer said goes to the end of the file. Gettext's own msgmerge and msgcat write the
// files. Returns those that changed.
tl::expected<std::vector<std::string>, Faults> update_po(const std::filesystem::path& pack, const Date& today);

}  // namespace pocketplan::content::compiler
