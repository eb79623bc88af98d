#pragma once

#include <memory_resource>
#include <span>
#include <variant>
#include <vector>

#include "printer/page/document.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::page {

// Everything in points from the top left corner of the page, y downwards.
struct PlacedText {
    typeset::Layout layout;
    double x = 0;
    double y = 0;  // of the layout's top
};
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
using Mark = std::variant<PlacedText, Stroke, Frame>;

struct Page {
    PaperSize size;
    std::pmr::vector<Mark> marks;
};

// Places a document on pages: text wraps, pages break between items, nothing is cut and nothing overlaps, however long
// a name is. A card's type shrinks from comfortable to 8.5 pt (numbers to 12 pt) until its panels hold it. Pure.
std::pmr::vector<Page> lay_out(const Document& document, const typeset::Typesetter& typesetter);

// False where a printer's margins leave no room for a card's block in its true size; what lies outside is then lost.
bool holds_card(const PaperSize& size, const Margins& margins);

// The strips of a roll one below another, on as few pages as a roll allows. Each ends in a line to cut along.
std::pmr::vector<Page> join_strips(std::pmr::vector<Page> strips);

// A section of a card, by its place, that is too tall for its panel even in the smallest type, and by how much.
struct Overfull {
    std::size_t section = 0;
    double excess = 0;
};
std::vector<Overfull> overfull_sections(const Document& card, const typeset::Typesetter& typesetter);

}  // namespace pocketplan::page
