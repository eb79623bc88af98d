#include "printer/page/by_hand.h"

namespace pocketplan::page {

double line_by_hand(const Setter& setter, Piece& piece, double from_start, double y, double width) {
    constexpr double gutter = 12;
    constexpr double least = 90;  // a name of four characters
    const auto* const value = std::get_if<PlacedText>(&piece.marks.back());
    if (value == nullptr) return 0;  // it has its line already
    const double used = value->layout.width + gutter;
    if (width - used < least) {
        setter.rule(piece, from_start, y + ruled_line, width);
        return ruled_line;
    }
    setter.rule(piece, from_start + used, y, width - used);
    return 0;
}

}  // namespace pocketplan::page
