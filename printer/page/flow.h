#pragma once

#include <memory_resource>
#include <optional>
#include <vector>

#include "printer/page/place.h"

namespace pocketplan::page {

// Pieces stacked one upon another.
struct Stacked {
    Piece piece;
    std::optional<Piece> repeated_header = std::nullopt;  // of its table, which comes again where the table is broken
    double least_height = 0;  // of a row to write in, which may be lower than it is; 0: as it is
    bool spare = false;       // an empty row that is not worth a page
};
using Stack = std::pmr::vector<Stacked>;

// A page filled from the top, and where its last piece ends.
struct FilledPage {
    Page page;
    double bottom = 0;
};

// Fills pages of this size inside `area`. Pages break between pieces, and between those that keep with the next only
// where a whole page cannot hold them. Where that saves a page, gaps are narrower, down to half, and rows to write in
// lower, down to three quarters; where that is not enough, spare rows are left out, the last ones first.
std::pmr::vector<FilledPage> fill_pages(Stack stack, PaperSize size, const Area& area);

}  // namespace pocketplan::page
