#pragma once

#include <array>
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

// Identifies one file among all others (ISO 32000-1, 14.4).
using FileId = std::array<std::byte, 16>;

// One PDF of these pages: black on white and light grey, no title and no author, each face subset to the glyphs used,
// text extractable. `id`: null leaves it out, so that the same pages make the same file.
tl::expected<Bytes, PdfFault> write_pdf(std::span<const page::Page> pages, const typeset::Typesetter& typesetter,
                                        const FileId* id = nullptr);

}  // namespace pocketplan::pdf
