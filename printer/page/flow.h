#pragma once

#include <memory_resource>
#include <optional>
#include <vector>

#include "printer/page/place.h"

namespace pocketplan::page {

// Pieces stacked one upon another; a table's header comes again where the table is broken.
struct Stacked {
    Piece piece;
    std::optional<Piece> repeated_header;
};
using Stack = std::pmr::vector<Stacked>;

// A page filled from the top, and where its last piece ends.
struct FilledPage {
    Page page;
    double bottom = 0;
};

// Fills pages of this size inside `area`. Pages break between pieces, and never between a heading and what it heads.
std::pmr::vector<FilledPage> fill_pages(Stack stack, PaperSize size, const Area& area);

}  // namespace pocketplan::page
