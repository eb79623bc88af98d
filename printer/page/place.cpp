#include "printer/page/place.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>

namespace pocketplan::page {
namespace {

using typeset::Direction;
using typeset::Style;
using typeset::Weight;

constexpr double smallest_number = 12;  // FACTS: numbers at 12 pt bold or more

std::string_view view(const Utf8& text) {
    return {text.data(), text.size()};
}

struct Shift {
    double dx;
    double dy;
    void operator()(PlacedText& text) const {
        text.x += dx;
        text.y += dy;
    }
    void operator()(Stroke& stroke) const {
        stroke.x1 += dx;
        stroke.x2 += dx;
        stroke.y1 += dy;
        stroke.y2 += dy;
    }
    void operator()(Frame& frame) const {
        frame.x += dx;
        frame.y += dy;
    }
};

Style style_of(double size, double line_height, Weight weight) {
    Style style;
    style.size = size;
    style.line_height = line_height;
    style.weight = weight;
    return style;
}

}  // namespace

std::pmr::vector<Page> lay_out(const Document& document, const typeset::Typesetter& typesetter) {
    if (is_roll(document.size)) return lay_out_strip(document, typesetter);
    switch (document.form) {
        case Form::sheet:
            return lay_out_sheet(document, typesetter);
        case Form::card:
            return lay_out_card(document, typesetter);
    }
    std::abort();
}

Area area_of(const Document& document) {
    const bool roll = is_roll(document.size);
    const auto& printer = document.margins;
    const double side = roll ? roll_margin : margin;
    const double left = std::max(side, printer.left);
    const double right = std::max(side, printer.right);
    const double height = roll ? longest_strip : document.size.height;
    return {left, std::max(side, printer.top), document.size.width - left - right,
            height - std::max(roll ? roll_margin : foot_margin, printer.bottom)};
}

void shift(Mark& mark, double dx, double dy) {
    std::visit(Shift{dx, dy}, mark);
}

void append(Page& page, Piece piece, double x, double y) {
    for (auto& mark : piece.marks) {
        shift(mark, x, y);
        page.marks.push_back(std::move(mark));
    }
}

double Setter::mirrored(double from_start, double width) const {
    return document_.first.direction == Direction::right_to_left ? width_ - from_start - width : from_start;
}

double Setter::place(Piece& piece, const Utf8& text, const Style& style, double from_start, double y,
                     double width) const {
    if (text.empty()) return 0;
    auto layout = typesetter_.lay_out(view(text), style, width);
    const double height = layout.height;
    piece.marks.push_back(PlacedText{std::move(layout), mirrored(from_start, width), y});
    return height;
}

double Setter::first(Piece& piece, const Utf8& text, Style style, double from_start, double y, double width) const {
    style.language = document_.first.language;
    style.direction = style.side = document_.first.direction;
    return place(piece, text, style, from_start, y, width);
}

double Setter::second(Piece& piece, const Utf8& text, Style style, double from_start, double y, double width) const {
    style.language = document_.second.language;
    style.direction = document_.second.direction;
    style.side = document_.first.direction;
    return place(piece, text, style, from_start, y, width);
}

double Setter::beside(Piece& piece, const Text& text, const Sizes& sizes, Weight weight, double from_start,
                      double y) const {
    const auto large = style_of(sizes.first, sizes.line_height, weight);
    if (text.second.empty()) return first(piece, text.first, large, from_start, y, width_ - from_start);
    constexpr double gutter = 18;
    const double second_width = (width_ - gutter) * 0.4;
    const double first_width = width_ - from_start - gutter - second_width;
    const auto small = style_of(sizes.second, sizes.line_height, Weight::regular);
    // Baselines: see typeset::Layout; both stand (line_height - 1) / 2 + 0.88 ems below their tops.
    const double drop = (sizes.first - sizes.second) * ((sizes.line_height - 1) / 2 + 0.88);
    const double one = first(piece, text.first, large, from_start, y, first_width);
    const double two = second(piece, text.second, small, width_ - second_width, y + drop, second_width);
    return std::max(one, two + drop);
}

double Setter::below(Piece& piece, const Text& text, const Sizes& sizes, Weight weight, double from_start, double y,
                     double width) const {
    const double one = first(piece, text.first, style_of(sizes.first, sizes.line_height, weight), from_start, y, width);
    const auto small = style_of(sizes.second, sizes.line_height, Weight::regular);
    return one + second(piece, text.second, small, from_start, y + one, width);
}

double Setter::value(Piece& piece, const Utf8& text, const Style& style, double from_start, double y, double width,
                     ByHand by_hand) const {
    constexpr double gutter = 12;
    constexpr double least = 90;  // a name of four Han characters
    if (text.empty()) return 0;
    const double height = first(piece, text, style, from_start, y, width);
    const auto& layout = std::get<PlacedText>(piece.marks.back()).layout;
    if (by_hand == ByHand::no && layout.missing.empty()) return height;
    const double used = layout.width + gutter;
    const bool beside = width - used >= least;
    const double bottom = y + height + (beside ? 0 : ruled_line);
    rule(piece, beside ? from_start + used : from_start, bottom, beside ? width - used : width);
    return bottom - y + (beside ? 0 : 3);
}

double Setter::width_of_number(const Utf8& number, double size) const {
    const auto style = style_of(size, 1.2, Weight::bold);
    return typesetter_.lay_out(view(number), style, std::numeric_limits<double>::infinity()).width;
}

bool Setter::cramps(const Utf8& number, double width) const {
    return width_of_number(number, smallest_number) > width;
}

double Setter::number(Piece& piece, const Utf8& text, double size, typeset::Align align, double from_start, double y,
                      double width) const {
    const double natural = width_of_number(text, size);
    // A hair smaller than what fits: Pango rounds, and a number is never broken.
    auto style = style_of(natural > width ? 0.995 * size * width / natural : size, 1.2, Weight::bold);
    style.align = align;
    style.side = document_.first.direction;
    // Left to right in every language; +1 (555) 010-0199 reads the same for everybody.
    return place(piece, text, style, from_start, y, width);
}

void Setter::rule(Piece& piece, double from_start, double y, double width, double line) const {
    const double x = mirrored(from_start, width);
    piece.marks.push_back(Stroke{x, y, x + width, y, line, Pen::solid});
}

void Setter::frame(Piece& piece, double from_start, double y, double width, double height, double line) const {
    piece.marks.push_back(Frame{mirrored(from_start, width), y, width, height, line});
}

void Setter::marker(Piece& piece, Marker marker, int number, const Sizes& sizes, double y) const {
    const double middle = y + sizes.first * ((sizes.line_height - 1) / 2 + 0.88 - 0.357);  // of a capital
    switch (marker) {
        case Marker::none:
            return;
        case Marker::box: {
            const double side = sizes.first;
            frame(piece, 0, middle - side / 2, side, side, 0.9);
            return;
        }
        case Marker::bullet: {
            const double side = 1.8;  // as wide as its line: a filled square twice as large
            frame(piece, sizes.first * 0.4, middle - side / 2, side, side, side);
            return;
        }
        case Marker::number: {
            std::array<char, 16> digits{};
            std::snprintf(digits.data(), digits.size(), "%d.", number);
            first(piece, utf8(digits.data()), style_of(sizes.first, sizes.line_height, Weight::bold), 0, y, 20);
            return;
        }
    }
}

Piece set_note(const Setter& setter, const Note& note, const Sizes& sizes, double padding, double gap) {
    Piece piece;
    piece.gap = gap;
    const double width = setter.width() - 2 * padding;
    piece.height = setter.below(piece, note.text, sizes, Weight::bold, padding, padding, width) + 2 * padding;
    setter.frame(piece, 0, 0, setter.width(), piece.height, 1.2);
    return piece;
}

Piece set_line(const Setter& setter) {
    Piece piece;
    piece.height = ruled_line;
    setter.rule(piece, 0, ruled_line, setter.width());
    return piece;
}

}  // namespace pocketplan::page
