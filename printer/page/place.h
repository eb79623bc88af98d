#pragma once

#include <memory_resource>
#include <vector>

#include "printer/page/measures.h"
#include "printer/page/page.h"

namespace pocketplan::page {

// Something that stays whole: pages and panels break between pieces. Its marks are placed from its own top left corner.
struct Piece {
    double height = 0;
    double gap = 0;               // above it, unless it opens a page
    bool keep_with_next = false;  // a heading
    std::pmr::vector<Mark> marks;
};

// Sizes of type, in points.
struct Sizes {
    double first = 11;
    double second = 8.5;
    double number = 14;
    double line_height = 1.35;
};

// Moves a mark by (dx, dy).
void shift(Mark& mark, double dx, double dy);
// Puts a piece's marks onto a page, its top left corner at (x, y).
void append(Page& page, Piece piece, double x, double y);

// Where text goes on a page of a document: inside our margins, or the printer's where those are wider.
struct Area {
    double left = 0;
    double top = 0;
    double width = 0;
    double bottom = 0;  // where the foot ends; on a roll that of the longest page
};
Area area_of(const Document& document);

// Sets texts and rules into a column of a given width. Positions count from the side where the reader starts; for a
// right-to-left reader everything is mirrored here and nowhere else.
class Setter {
public:
    Setter(const typeset::Typesetter& typesetter, const Document& document, double width)
        : typesetter_(typesetter), document_(document), width_(width) {}

    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] double mirrored(double from_start, double width) const;

    // Adds one language's text at (from_start, y) within `width`; returns its height. Nothing for an empty text.
    double first(Piece& piece, const Utf8& text, typeset::Style style, double from_start, double y, double width) const;
    double second(Piece& piece, const Utf8& text, typeset::Style style, double from_start, double y,
                  double width) const;
    // Both languages: the second beside the first, on the same first baseline. Returns the height of the taller.
    double beside(Piece& piece, const Text& text, const Sizes& sizes, typeset::Weight weight, double from_start,
                  double y) const;
    // Both languages: the second below the first.
    double below(Piece& piece, const Text& text, const Sizes& sizes, typeset::Weight weight, double from_start,
                 double y, double width) const;
    // A value that is not ours. Where it is to be written by hand as well, or a character of it is in none of our
    // fonts, a line to write on beside it, or below where that leaves too little room.
    double value(Piece& piece, const Utf8& text, const typeset::Style& style, double from_start, double y, double width,
                 ByHand by_hand) const;
    // A number to call, always on one line: as large as `size`, and smaller where `width` wants it.
    double number(Piece& piece, const Utf8& text, double size, typeset::Align align, double from_start, double y,
                  double width) const;
    // Whether it would go below 12 pt.
    [[nodiscard]] bool cramps(const Utf8& number, double width) const;
    // A horizontal rule to write on, or between things.
    void rule(Piece& piece, double from_start, double y, double width, double line = 0.5) const;
    void frame(Piece& piece, double from_start, double y, double width, double height, double line = 0.75) const;
    // A box to tick, a bullet, or the item's number, in the margin of its first line.
    void marker(Piece& piece, Marker marker, int number, const Sizes& sizes, double y) const;

private:
    double place(Piece& piece, const Utf8& text, const typeset::Style& style, double from_start, double y,
                 double width) const;
    [[nodiscard]] double width_of_number(const Utf8& number, double size) const;

    const typeset::Typesetter& typesetter_;
    const Document& document_;
    double width_;
};

// A framed note, this far from its frame and below what is above it.
Piece set_note(const Setter& setter, const Note& note, const Sizes& sizes, double padding, double gap);
// One empty line to write on.
Piece set_line(const Setter& setter);

std::pmr::vector<Page> lay_out_sheet(const Document& document, const typeset::Typesetter& typesetter);
std::pmr::vector<Page> lay_out_card(const Document& document, const typeset::Typesetter& typesetter);
std::pmr::vector<Page> lay_out_strip(const Document& document, const typeset::Typesetter& typesetter);

// The foot of a paper's pages, from its own top: a thin rule, the lines every page carries, which are set once, and the
// page's number.
class Foot {
public:
    Foot(const Setter& setter, const Document& document);
    [[nodiscard]] double height() const { return height_; }
    [[nodiscard]] Piece numbered(int page, int pages) const;

private:
    const Setter& setter_;
    const Document& document_;
    Piece same_;
    double height_ = 0;
};
// Title, with the second language's at the far side, and the framed note.
std::pmr::vector<Piece> set_title(const Setter& setter, const Document& document);

}  // namespace pocketplan::page
