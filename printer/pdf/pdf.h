#pragma once

#include <cstddef>
#include <memory_resource>
#include <span>
#include <vector>

#include <tl/expected.hpp>

#include "printer/page/page.h"

namespace pocketplan::pdf {

// refused: the PDF library reported an error; nothing was produced.
enum class PdfFault { refused };

using Bytes = std::pmr::vector<std::byte>;

// One PDF of these pages: black on white, no title and no author, each face subset to the glyphs used, text
// extractable.
tl::expected<Bytes, PdfFault> write_pdf(std::span<const page::Page> pages, const typeset::Typesetter& typesetter);

}  // namespace pocketplan::pdf
