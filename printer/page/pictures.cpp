#include "printer/page/pictures.h"

#include <algorithm>
#include <iterator>

namespace pocketplan::page {
namespace {

constexpr double box = 14;
constexpr double between = 7;

// At its own top left corner; what is lower than the picture stands in the middle of its height.
double set_picture(Piece& row, const Setter& setter, const Pictures::Item& item, double from_start, double width,
                   const Sizes& sizes) {
    const double words_from = from_start + box + picture_side + 2 * between;
    Piece words;
    const double height = setter.below(words, item.text, sizes, typeset::Weight::regular, words_from, 0,
                                       width - (words_from - from_start));
    const double above = std::max(0.0, (picture_side - height) / 2);
    for (auto& mark : words.marks) shift(mark, 0, above);
    setter.frame(row, from_start, (picture_side - box) / 2, box, box, 1.2);
    setter.icon(row, item.icon, from_start + box + between, 0, picture_side);
    std::move(words.marks.begin(), words.marks.end(), std::back_inserter(row.marks));
    return std::max(picture_side, height);
}

}  // namespace

Piece set_pictures(const Setter& setter, std::span<const Pictures::Item> row, int columns, const Sizes& sizes) {
    Piece piece;
    const double width = (setter.width() - (columns - 1) * gutter) / columns;
    double from_start = 0;
    for (const auto& item : row) {
        piece.height = std::max(piece.height, set_picture(piece, setter, item, from_start, width, sizes));
        from_start += width + gutter;
    }
    return piece;
}

}  // namespace pocketplan::page
