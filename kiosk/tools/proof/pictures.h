#pragma once

#include <filesystem>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/tools/proof/html.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::proof {

// unwritable: a picture could not be written to the folder. unreadable: poppler could not draw one of our pages.
enum class PictureFault { unwritable, unreadable };

// Draws every screen, and every page of every paper and topic as a reader of the PDF sees it, into `folder`, which is
// created. In the order in which they are met.
tl::expected<std::vector<BookPicture>, PictureFault> draw_pictures(const content::Library& library,
                                                                   content::LanguageIndex language,
                                                                   const typeset::Typesetter& typesetter,
                                                                   const std::filesystem::path& folder);

}  // namespace pocketplan::proof
