#include <algorithm>
#include <iterator>

#include "printer/page/flow.h"
#include "printer/page/table.h"

namespace pocketplan::page {
namespace {

using typeset::Style;
using typeset::Weight;

constexpr Sizes body{11, 8.5, 14, 1.35};
constexpr Sizes heading{13, 9.5, 14, 1.25};
constexpr double marker_width = 20;

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
        const double indent = field.label.first.empty() && !field.continues ? 0 : marker_width;
        const double width = setter_.width() - indent;
        Style bold;
        bold.size = 12;
        bold.weight = Weight::bold;
        y += setter_.value(piece, field.value, bold, indent, y, width, field.by_hand);
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

    void operator()(const Note& note) { push(set_note(setter_, note, {10.5, 8.5, 14, 1.3}, 7, 8)); }

    void operator()(const Lines& lines) {
        for (int line = 0; line < lines.count; ++line) push(set_line(setter_));
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

}  // namespace

std::pmr::vector<Page> lay_out_sheet(const Document& document, const typeset::Typesetter& typesetter) {
    Area area = area_of(document);
    const Setter setter(typesetter, document, area.width);
    const Foot foot(setter, document);
    const double foot_top = area.bottom - foot.height();
    area.bottom = foot_top - above_foot;
    auto filled = fill_pages(set_all(setter, document), document.size, area);
    std::pmr::vector<Page> pages;
    for (auto& each : filled) {
        const int number = static_cast<int>(pages.size() + 1);
        append(each.page, foot.numbered(number, static_cast<int>(filled.size())), area.left, foot_top);
        pages.push_back(std::move(each.page));
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

Foot::Foot(const Setter& setter, const Document& document) : setter_(setter), document_(document) {
    constexpr Sizes small{7.5, 6.5, 12, 1.25};
    setter.rule(same_, 0, 0, setter.width(), 0.5);
    same_.height = 4;
    for (const auto& line : document.foot) {
        same_.height += setter.beside(same_, line, small, Weight::regular, 0, same_.height);
    }
    same_.height += 2;
    height_ = numbered(88, 88).height;
}

Piece Foot::numbered(int page, int pages) const {
    Piece foot = same_;
    const Sizes sizes{8.5, 7.5, 12, 1.25};
    foot.height += setter_.beside(foot, document_.page_number(page, pages), sizes, Weight::bold, 0, foot.height);
    return foot;
}

}  // namespace pocketplan::page
