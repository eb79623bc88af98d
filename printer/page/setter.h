#pragma once

#include "printer/page/marks.h"
#include "printer/page/measures.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::page {

// Sizes of type, in points; line_height in ems of the first.
struct Sizes {
    double first = 11;
    double second = 8.5;
    double number = 14;
    double line_height = 1.35;

    [[nodiscard]] double pitch() const { return first * line_height; }  // from baseline to baseline
};

// Sets texts and rules into a column of a given width. Positions count from the side where the reader starts; for a
// right-to-left reader everything is mirrored here and nowhere else.
class Setter {
public:
    Setter(const typeset::Typesetter& typesetter, const Document& document, double width);

    // The same with columns of one width, for small type that is of the same length in both languages.
    [[nodiscard]] Setter in_halves() const;

    [[nodiscard]] double width() const { return width_; }
    // Whether everything is said in a second language as well.
    [[nodiscard]] bool bilingual() const { return bilingual_; }
    [[nodiscard]] double mirrored(double from_start, double width) const;
    // Where the second language's column begins, and how wide it is: the same on every line of a sheet.
    [[nodiscard]] double second_column() const { return width_ - second_width(); }
    [[nodiscard]] double second_width() const;
    [[nodiscard]] double first_width(double from_start) const;

    // Adds one language's text at (from_start, y) within `width`; returns its height. Nothing for an empty text.
    double first(Piece& piece, const Utf8& text, typeset::Style style, double from_start, double y, double width) const;
    // Its lines start at `side`.
    double second(Piece& piece, const Utf8& text, typeset::Style style, typeset::Direction side, double from_start,
                  double y, double width) const;
    // Both languages: the second in its column, each line of it on a baseline of the first, both so far from the
    // column's end. Returns the height of the taller.
    double beside(Piece& piece, const Text& text, const Sizes& sizes, typeset::Weight weight, double from_start,
                  double y, double from_end = 0) const;
    // Both languages: the second below the first, and flush with it.
    double below(Piece& piece, const Text& text, const Sizes& sizes, typeset::Weight weight, double from_start,
                 double y, double width) const;
    // A value that is not ours, in bold. Where it is to be written by hand as well, or a character of it is in none of
    // our fonts, a line to write on beside it, or below where that leaves too little room.
    double value(Piece& piece, const Utf8& text, const Sizes& sizes, double from_start, double y, double width,
                 ByHand by_hand) const;
    // A number to call, always on one line: as large as `size`, and smaller where `width` wants it. Its lines start at
    // `side`, or end there.
    double number(Piece& piece, const Utf8& text, double size, typeset::Align align, typeset::Direction side,
                  double from_start, double y, double width) const;
    [[nodiscard]] double width_of_number(const Utf8& number, double size) const;
    // Whether it would go below 12 pt.
    [[nodiscard]] bool cramps(const Utf8& number, double width) const;
    // A horizontal rule to write on, or between things.
    void rule(Piece& piece, double from_start, double y, double width, double line = 0.5) const;
    // A rule to write a number to call on, after the sign of a telephone.
    void number_rule(Piece& piece, double from_start, double y, double width) const;
    void frame(Piece& piece, double from_start, double y, double width, double height, double line = 0.75) const;
    // A light shade behind what stands there; to be set before it.
    void shade(Piece& piece, double from_start, double y, double width, double height) const;
    // A thick upright line, beside what is to be read first.
    void bar(Piece& piece, double from_start, double y, double height) const;
    void icon(Piece& piece, Icon icon, double from_start, double y, double size) const;
    // A box to tick, a bullet, or the item's number, in the margin of its first line.
    void marker(Piece& piece, Marker marker, int number, const Sizes& sizes, double y) const;

    [[nodiscard]] typeset::Direction first_side() const { return document_.first.direction; }
    // Of the second language, in its column.
    [[nodiscard]] typeset::Direction second_side() const { return document_.second.direction; }

private:
    double place(Piece& piece, const Utf8& text, const typeset::Style& style, double from_start, double y,
                 double width) const;

    const typeset::Typesetter& typesetter_;
    const Document& document_;
    double width_;
    bool bilingual_;
    double second_share_ = second_share;
    double stress_ = 1;  // how much larger words in bold are, where the script has no bold face
};

// A framed paragraph in one column, this far from its frame and below what is above it.
Piece set_note(const Setter& setter, const Note& note, const Sizes& sizes, double padding, double gap);
// One empty line to write on.
Piece set_line(const Setter& setter);

}  // namespace pocketplan::page
