#include <algorithm>
#include <iterator>
#include <optional>

#include "printer/page/place.h"

namespace pocketplan::page {
namespace {

using typeset::Style;
using typeset::Weight;

constexpr Sizes body{11, 8.5, 14, 1.35};
constexpr Sizes heading{13, 9.5, 14, 1.25};
constexpr double ruled_line = 24;  // room for handwriting
constexpr double marker_width = 20;

// Pieces stacked one upon another; a table's header comes again where the table is broken.
struct Stacked {
    Piece piece;
    std::optional<Piece> repeated_header;
};
using Stack = std::pmr::vector<Stacked>;

Piece set_heading(const Setter& setter, const Text& text) {
    Piece piece;
    piece.gap = 16;
    piece.keep_with_next = true;
    const double height = setter.beside(piece, text, heading, Weight::bold, 0, 0);
    setter.rule(piece, 0, height + 2, setter.width(), 0.9);
    piece.height = height + 4;
    return piece;
}

// Turns each kind of block into pieces.
class BlockSetter {
public:
    BlockSetter(const Setter& setter, Stack& stack) : setter_(setter), stack_(stack) {}

    void operator()(const Items& items) {
        int number = 0;
        for (const auto& item : items.items) {
            Piece piece;
            piece.gap = 6;
            const double indent = items.marker == Marker::none ? 0 : marker_width;
            setter_.marker(piece, items.marker, ++number, body, 0);
            piece.height = setter_.beside(piece, item, body, Weight::regular, indent, 0);
            push(std::move(piece));
        }
    }

    void operator()(const Field& field) {
        Piece piece;
        piece.gap = 8;
        double y = setter_.beside(piece, field.label, body, Weight::regular, 0, 0);
        const double indent = field.label.first.empty() ? 0 : marker_width;
        const double width = setter_.width() - indent;
        Style bold;
        bold.size = 12;
        bold.weight = Weight::bold;
        y += setter_.first(piece, field.value, bold, indent, y, width);
        if (!field.number.empty()) {
            y += setter_.number(piece, field.number, body.number, typeset::Align::start, indent, y, width);
        }
        const bool blank = field.value.empty() && field.number.empty();
        for (int line = 0; blank && line < field.lines; ++line) {
            y += ruled_line;
            setter_.rule(piece, indent, y, width);
        }
        piece.height = y + 2;
        push(std::move(piece));
    }

    void operator()(const Note& note) {
        constexpr double padding = 7;
        Piece piece;
        piece.gap = 8;
        const Setter inner = setter_;
        const double height = inner.below(piece, note.text, {10.5, 8.5, 14, 1.3}, Weight::bold, padding, padding,
                                          setter_.width() - 2 * padding);
        piece.height = height + 2 * padding;
        setter_.frame(piece, 0, 0, setter_.width(), piece.height, 1.2);
        push(std::move(piece));
    }

    void operator()(const Lines& lines) {
        for (int line = 0; line < lines.count; ++line) {
            Piece piece;
            piece.height = ruled_line;
            setter_.rule(piece, 0, ruled_line, setter_.width());
            push(std::move(piece));
        }
    }

    void operator()(const Table& table) {
        auto pieces = set_table(setter_, table, body);
        pieces.header.gap = 8;
        push(Piece(pieces.header));
        for (auto& row : pieces.rows) stack_.push_back({std::move(row), pieces.header});
    }

private:
    void push(Piece piece) { stack_.push_back({std::move(piece), std::nullopt}); }

    const Setter& setter_;
    Stack& stack_;
};

Stack set_all(const Setter& setter, const Document& document) {
    Stack stack;
    for (auto& piece : set_title(setter, document)) stack.push_back({std::move(piece), std::nullopt});
    for (const auto& section : document.sections) {
        if (!section.heading.first.empty()) stack.push_back({set_heading(setter, section.heading), std::nullopt});
        BlockSetter set(setter, stack);
        for (const auto& block : section.blocks) std::visit(set, block);
    }
    return stack;
}

// How many pieces from `begin` must stand together: a heading and what it heads.
std::size_t end_of_group(const Stack& stack, std::size_t begin) {
    std::size_t end = begin;
    while (end + 1 < stack.size() && stack[end].piece.keep_with_next) ++end;
    return end + 1;
}

double height_of(const Stack& stack, std::size_t begin, std::size_t end) {
    double height = 0;
    for (std::size_t i = begin; i < end; ++i) height += stack[i].piece.height + (i == begin ? 0 : stack[i].piece.gap);
    return height;
}

// Pages being filled from the top; `bottom` is where the foot begins.
class Filler {
public:
    Filler(PaperSize size, double bottom) : size_(size), bottom_(bottom) { turn(); }

    [[nodiscard]] bool fits(double gap, double height) const { return y_ + (at_top_ ? 0 : gap) + height <= bottom_; }
    [[nodiscard]] bool at_top() const { return at_top_; }

    void turn() {
        pages_.push_back({size_, {}});
        y_ = margin;
        at_top_ = true;
    }

    void put(Piece piece) {
        if (!at_top_) y_ += piece.gap;
        for (auto& mark : piece.marks) {
            shift(mark, margin, y_);
            pages_.back().marks.push_back(std::move(mark));
        }
        y_ += piece.height;
        at_top_ = false;
    }

    std::pmr::vector<Page> take() { return std::move(pages_); }

private:
    PaperSize size_;
    double bottom_;
    std::pmr::vector<Page> pages_;
    double y_ = margin;
    bool at_top_ = true;
};

std::pmr::vector<Page> fill_pages(Stack stack, PaperSize size, double bottom) {
    Filler filler(size, bottom);
    for (std::size_t begin = 0; begin < stack.size();) {
        const std::size_t end = end_of_group(stack, begin);
        if (!filler.at_top() && !filler.fits(stack[begin].piece.gap, height_of(stack, begin, end))) {
            filler.turn();
            if (auto& header = stack[begin].repeated_header) filler.put(std::move(*header));
        }
        for (; begin < end; ++begin) filler.put(std::move(stack[begin].piece));
    }
    return filler.take();
}

}  // namespace

std::pmr::vector<Page> lay_out_sheet(const Document& document, const typeset::Typesetter& typesetter) {
    const Setter setter(typesetter, document, document.size.width - 2 * margin);
    const double foot_height = set_foot(setter, document, 88, 88).height;
    const double bottom = document.size.height - foot_margin - foot_height - 10;
    auto pages = fill_pages(set_all(setter, document), document.size, bottom);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        auto foot = set_foot(setter, document, static_cast<int>(i + 1), static_cast<int>(pages.size()));
        for (auto& mark : foot.marks) {
            shift(mark, margin, document.size.height - foot_margin - foot_height);
            pages[i].marks.push_back(std::move(mark));
        }
    }
    return pages;
}

std::pmr::vector<Piece> set_title(const Setter& setter, const Document& document) {
    Piece title;
    title.keep_with_next = true;
    title.height = setter.beside(title, document.title, {22, 12, 14, 1.2}, Weight::bold, 0, 0);
    std::pmr::vector<Piece> pieces;
    pieces.push_back(std::move(title));
    if (!document.note.first.empty()) {
        Stack note;
        BlockSetter set(setter, note);
        set(Note{{Utf8(document.note.first), Utf8(document.note.second)}});
        pieces.push_back(std::move(note.front().piece));
    }
    return pieces;
}

Piece set_foot(const Setter& setter, const Document& document, int page, int pages) {
    constexpr Sizes small{7.5, 6.5, 12, 1.25};
    Piece foot;
    setter.rule(foot, 0, 0, setter.width(), 0.5);
    double y = 4;
    for (const auto& line : document.foot) y += setter.beside(foot, line, small, Weight::regular, 0, y);
    y += 2;
    y += setter.beside(foot, document.page_number(page, pages), {8.5, 7.5, 12, 1.25}, Weight::bold, 0, y);
    foot.height = y;
    return foot;
}

}  // namespace pocketplan::page
