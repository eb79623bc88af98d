#include "printer/page/table.h"

#include <algorithm>
#include <iterator>

namespace pocketplan::page {
namespace {

constexpr double cell_padding = 4;

struct Span {
    double from_start;
    double width;
};

std::pmr::vector<Span> spans_of(const Table& table, double width) {
    int parts = 0;
    for (const auto& column : table.columns) parts += column.width;
    std::pmr::vector<Span> spans;
    double from_start = 0;
    for (const auto& column : table.columns) {
        spans.push_back({from_start, width * column.width / parts});
        from_start += spans.back().width;
    }
    return spans;
}

// Cells of one row share their borders: frames that touch.
Piece set_row(const Setter& setter, const std::pmr::vector<Span>& spans, double height, double line) {
    Piece row;
    row.height = height;
    for (const auto& span : spans) setter.frame(row, span.from_start, 0, span.width, height, line);
    return row;
}

}  // namespace

TablePieces set_table(const Setter& setter, const Table& table, const Sizes& sizes) {
    const auto spans = spans_of(table, setter.width());
    const Sizes small{sizes.first - 1.5, sizes.second - 1.5, sizes.number, 1.25};
    Piece header;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const double height =
            setter.below(header, table.columns[i].header, small, typeset::Weight::bold,
                         spans[i].from_start + cell_padding, cell_padding, spans[i].width - 2 * cell_padding);
        header.height = std::max(header.height, height + 2 * cell_padding);
    }
    auto cells = set_row(setter, spans, header.height, 0.9);
    std::move(cells.marks.begin(), cells.marks.end(), std::back_inserter(header.marks));
    header.keep_with_next = true;

    TablePieces pieces;
    for (int row = 0; row < table.rows; ++row) pieces.rows.push_back(set_row(setter, spans, table.row_height, 0.5));
    pieces.header = std::move(header);
    return pieces;
}

}  // namespace pocketplan::page
