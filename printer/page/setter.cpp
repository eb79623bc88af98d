#include "printer/page/setter.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>

namespace pocketplan::page {
namespace {

using typeset::Direction;
using typeset::Style;
using typeset::Weight;

constexpr double smallest_number = 12;  // what frightened people read at arm's length: 12 pt bold or more
constexpr double unlimited = std::numeric_limits<double>::infinity();

std::string_view view(const Utf8& text) {
    return {text.data(), text.size()};
}

Style style_of(double size, double line_height, Weight weight) {
    Style style;
    style.size = size;
    style.line_height = line_height;
    style.weight = weight;
    return style;
}

// How far below its top the first baseline of a text stands: see typeset::Layout.
double baseline_of(double size, double pitch) {
    return (pitch - size) / 2 + 0.88 * size;
}

// How much larger what is bold is set, by a text of the language.
double stress_of(const typeset::Typesetter& typesetter, const Document& document) {
    constexpr double larger = 1.15;
    Style style = style_of(10, 1.2, Weight::bold);
    style.language = document.first.language;
    style.direction = document.first.direction;
    const auto layout = typesetter.lay_out(view(document.title.first), style, unlimited);
    if (layout.lines.empty() || layout.lines.front().runs.empty()) return 1;
    return typesetter.is_bold(layout.lines.front().runs.front().face) ? 1 : larger;
}

}  // namespace

Setter::Setter(const typeset::Typesetter& typesetter, const Document& document, double width)
    : typesetter_(typesetter),
      document_(document),
      width_(width),
      bilingual_(document.first.language != document.second.language),
      stress_(stress_of(typesetter, document)) {}

Setter Setter::in_halves() const {
    Setter halves = *this;
    halves.second_share_ = 0.5;
    return halves;
}

double Setter::second_width() const {
    return (width_ - gutter) * second_share_;
}

double Setter::first_width(double from_start) const {
    return second_column() - gutter - from_start;
}

double Setter::mirrored(double from_start, double width) const {
    return first_side() == Direction::right_to_left ? width_ - from_start - width : from_start;
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
    style.direction = style.side = first_side();
    if (style.weight == Weight::bold) {
        style.size *= stress_;
        style.line_height /= stress_;
    }
    return place(piece, text, style, from_start, y, width);
}

double Setter::second(Piece& piece, const Utf8& text, Style style, Direction side, double from_start, double y,
                      double width) const {
    style.language = document_.second.language;
    style.direction = document_.second.direction;
    style.side = side;
    return place(piece, text, style, from_start, y, width);
}

double Setter::beside(Piece& piece, const Text& text, const Sizes& sizes, Weight weight, double from_start, double y,
                      double from_end) const {
    const auto large = style_of(sizes.first, sizes.line_height, weight);
    if (!bilingual_) return first(piece, text.first, large, from_start, y, width_ - from_start - from_end);
    const auto small = style_of(sizes.second, sizes.pitch() / sizes.second, Weight::regular);
    const double drop = baseline_of(sizes.first, sizes.pitch()) - baseline_of(sizes.second, sizes.pitch());
    const double one = first(piece, text.first, large, from_start, y, first_width(from_start));
    const double two =
        second(piece, text.second, small, second_side(), second_column(), y + drop, second_width() - from_end);
    return std::max(one, two);
}

double Setter::below(Piece& piece, const Text& text, const Sizes& sizes, Weight weight, double from_start, double y,
                     double width) const {
    const double one = first(piece, text.first, style_of(sizes.first, sizes.line_height, weight), from_start, y, width);
    const auto small = style_of(sizes.second, sizes.line_height, Weight::regular);
    return one + second(piece, text.second, small, first_side(), from_start, y + one, width);
}

double Setter::value(Piece& piece, const Utf8& text, const Sizes& sizes, double from_start, double y, double width,
                     ByHand by_hand) const {
    constexpr double away = 12;
    constexpr double least = 90;  // a name of four Han characters
    if (text.empty()) return 0;
    const double height =
        first(piece, text, style_of(sizes.first, sizes.line_height, Weight::bold), from_start, y, width);
    const auto& layout = std::get<PlacedText>(piece.marks.back()).layout;
    if (by_hand == ByHand::no && layout.missing.empty()) return height;
    const double used = layout.width + away;
    const bool beside = width - used >= least;
    const double bottom = y + height + (beside ? 0 : ruled_line);
    rule(piece, beside ? from_start + used : from_start, bottom, beside ? width - used : width);
    return bottom - y + (beside ? 0 : 3);
}

double Setter::width_of_number(const Utf8& number, double size) const {
    return typesetter_.lay_out(view(number), style_of(size, 1.2, Weight::bold), unlimited).width;
}

bool Setter::cramps(const Utf8& number, double width) const {
    return width_of_number(number, smallest_number) > width;
}

double Setter::number(Piece& piece, const Utf8& text, double size, typeset::Align align, Direction side,
                      double from_start, double y, double width) const {
    const double natural = width_of_number(text, size);
    // A hair smaller than what fits: Pango rounds, and a number is never broken.
    auto style = style_of(natural > width ? 0.995 * size * width / natural : size, 1.2, Weight::bold);
    style.align = align;
    style.side = side;
    // Left to right in every language; +1 (555) 010-0199 reads the same for everybody.
    return place(piece, text, style, from_start, y, width);
}

void Setter::rule(Piece& piece, double from_start, double y, double width, double line) const {
    const double x = mirrored(from_start, width);
    piece.marks.push_back(Stroke{x, y, x + width, y, line, Pen::solid});
}

void Setter::number_rule(Piece& piece, double from_start, double y, double width) const {
    constexpr double sign = 11;
    icon(piece, Icon::phone, from_start, y - sign - 1, sign);
    rule(piece, from_start + sign + 3, y, width - sign - 3);
}

void Setter::frame(Piece& piece, double from_start, double y, double width, double height, double line) const {
    piece.marks.push_back(Frame{mirrored(from_start, width), y, width, height, line});
}

void Setter::shade(Piece& piece, double from_start, double y, double width, double height) const {
    constexpr double light = 0.9;  // ten dots in a hundred: printers show it, and nothing on it is harder to read
    const double left = mirrored(from_start, width);
    const double right = left + width;
    piece.marks.emplace_back(filled({{left, y}, {right, y}, {right, y + height}, {left, y + height}}, light));
}

void Setter::bar(Piece& piece, double from_start, double y, double height) const {
    constexpr double width = 3;
    const double x = mirrored(from_start, width) + width / 2;
    piece.marks.push_back(Stroke{x, y, x, y + height, width, Pen::solid});
}

void Setter::icon(Piece& piece, Icon icon, double from_start, double y, double size) const {
    draw_icon(piece.marks, icon, {mirrored(from_start, size), y}, size);
}

void Setter::marker(Piece& piece, Marker marker, int number, const Sizes& sizes, double y) const {
    const double middle = y + baseline_of(sizes.first, sizes.pitch()) - 0.357 * sizes.first;  // of a capital
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
