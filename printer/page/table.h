#pragma once

#include "printer/page/place.h"

namespace pocketplan::page {

// The pieces of one table: its header row, repeated on each page, and a row a piece.
struct TablePieces {
    Piece header;
    std::pmr::vector<Piece> rows;
};
TablePieces set_table(const Setter& setter, const Table& table, const Sizes& sizes);

}  // namespace pocketplan::page
