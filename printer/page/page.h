#pragma once

#include <memory_resource>
#include <span>
#include <variant>
#include <vector>

#include "printer/page/document.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::page {

// Everything in points from the top left corner of the page, y downwards.
struct Point {
    double x = 0, y = 0;
};
// half: upside down, as on the part of a sheet that a fold turns over.
enum class Turn { none, half };
struct PlacedText {
    typeset::Layout layout;
    double x = 0;  // of the layout's top left corner, as it is read
    double y = 0;
    Turn turn = Turn::none;
};
// Where something of a text is on the page that is so far right of and below its top left corner, as it is read.
Point point_of(const PlacedText& text, double right, double down);
enum class Pen { solid, dashed };
struct Stroke {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double width = 0.75;
    Pen pen = Pen::solid;
};
struct Frame {
    double x = 0, y = 0, width = 0, height = 0;
    double line = 0.75;
};
// A line through points, one that closes, or an area, by what is inside on every other crossing. Ends and corners are
// round.
struct Shape {
    enum class Kind { open, closed, filled };
    Kind kind = Kind::open;
    double width = 0.75;  // of the line
    double grey = 0;      // 0 black, 1 white
    std::pmr::vector<Point> points;
};
using Mark = std::variant<PlacedText, Stroke, Frame, Shape>;

struct Page {
    PaperSize size;
    std::pmr::vector<Mark> marks;
};

// Places a document on pages: text wraps, pages break between items, nothing is cut and nothing overlaps, however long
// a name is. A card's type shrinks from comfortable to 8.5 pt (numbers from 18 to 12 pt) until its panels hold it.
// Pure.
std::pmr::vector<Page> lay_out(const Document& document, const typeset::Typesetter& typesetter);

// Writes which sheet of how many each page is at its foot: the first of these pages is number `first`. All were laid
// out with the size, margins and languages of `document`. Strips of a roll say it themselves.
void number_pages(std::span<Page> pages, const Document& document, int first, int all,
                  const typeset::Typesetter& typesetter);

// What a printer's margins leave of a card. smaller: its panels are narrower or lower, down to 75 x 47 mm, its type is
// not. none: it is a sheet like others, and nothing is cut. Off the middle of the page it is whole.
enum class CardFit { whole, smaller, none };
CardFit fit_of_card(const PaperSize& size, const Margins& margins);

// The strips of a roll one below another, on as few pages as a roll allows. Each ends in a line to cut along.
std::pmr::vector<Page> join_strips(std::pmr::vector<Page> strips);

// A section of a card, by its place, that is too tall for its panel even in the smallest type, and by how much.
struct Overfull {
    std::size_t section = 0;
    double excess = 0;
};
std::vector<Overfull> overfull_sections(const Document& card, const typeset::Typesetter& typesetter);

}  // namespace pocketplan::page
