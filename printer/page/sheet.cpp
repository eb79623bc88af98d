#include <algorithm>
#include <iterator>
#include <span>

#include "printer/page/flow.h"
#include "printer/page/pictures.h"
#include "printer/page/table.h"

namespace pocketplan::page {
namespace {

using typeset::Align;
using typeset::Weight;

constexpr Sizes title_sizes{22, 12, 14, 28 / 22.0};
constexpr Sizes heading_sizes{13, 10.5, 14, 17.5 / 13};
constexpr Sizes note_sizes{11, 10, 14, line_pitch / 11};
constexpr Sizes picture_sizes{11, 8.5, 14, 1.25};
constexpr Sizes answer_sizes{12, 10, 14, 17.5 / 12};
constexpr std::size_t many_rows = 6;  // of a table: nobody counts on the last one
constexpr double inset = 6;           // of an answer in its shade

// One language has the whole width, and longer lines want larger type.
Sizes body_of(const Setter& setter) {
    return setter.bilingual() ? Sizes{11, 10, 14, line_pitch / 11} : Sizes{12, 10, 14, 15.75 / 12};
}

Piece set_heading(const Setter& setter, const Section& section) {
    Piece piece;
    piece.gap = 2 * half_line;
    piece.keep_with_next = true;
    const double indent = section.icon == Icon::none ? 0 : hanging;
    const double height = setter.beside(piece, section.heading, heading_sizes, Weight::bold, indent, 0);
    setter.icon(piece, section.icon, 0, 1, 15);
    piece.height = height + half_line / 2;
    setter.rule(piece, 0, piece.height - 2, setter.width(), 0.6);
    return piece;
}

// Turns each kind of block into pieces.
class BlockSetter {
public:
    BlockSetter(const Setter& setter, Stack& stack) : setter_(setter), stack_(stack), body_(body_of(setter)) {}

    void set(const Block& block, const Block* next) {
        std::visit(*this, block);
        const bool before_table = next != nullptr && std::holds_alternative<Table>(*next);
        const bool before_field = next != nullptr && std::holds_alternative<Field>(*next);
        // What leads in to a table stays with it, and so do fields with one another, and what leads in to them.
        const bool leads_in = before_table || (before_field && last_marker_ == Marker::none);
        if (leads_in && !stack_.empty()) stack_.back().piece.keep_with_next = true;
    }

    void operator()(const Items& items) {
        int number = 0;
        const bool notes = items.marker == Marker::none && last_marker_ != Marker::none;
        for (const auto& item : items.items) {
            Piece piece;
            piece.gap = half_line;
            if (notes) {
                piece.gap = 0;
                stack_.back().piece.keep_with_next = true;
            }
            setter_.marker(piece, items.marker, ++number, body_, 0);
            piece.height = setter_.beside(piece, item, body_, Weight::regular, hanging, 0);
            push(std::move(piece));
        }
        if (!notes && !items.items.empty()) last_marker_ = items.marker;
    }

    void operator()(const Pictures& pictures) {
        constexpr std::size_t columns = 2;
        const std::span all(pictures.items);
        for (std::size_t at = 0; at < all.size(); at += columns) {
            auto row =
                set_pictures(setter_, all.subspan(at, std::min(columns, all.size() - at)), columns, picture_sizes);
            row.gap = 2 * half_line;
            push(std::move(row));
        }
        last_marker_ = Marker::box;
    }

    void operator()(const Field& field) {
        last_marker_ = Marker::none;
        Piece piece;
        piece.gap = half_line;
        double y = setter_.beside(piece, field.label, body_, Weight::regular, hanging, 0);
        if (field.value.first.empty() && field.number.empty()) {
            y = set_blank(piece, field, y);
        } else {
            y = set_answer(piece, field, y + (y > 0 ? 1.5 : 0));
        }
        piece.height = y;
        push(std::move(piece));
    }

    void operator()(const Note& note) {
        Piece piece;
        piece.gap = half_line;
        piece.height = setter_.beside(piece, note.text, note_sizes, Weight::bold, hanging, 0);
        setter_.bar(piece, 5, 1, piece.height);
        push(std::move(piece));
    }

    void operator()(const Lines& lines) {
        for (int line = 0; line < lines.count; ++line) push(set_line(setter_));
    }

    void operator()(const Table& table) {
        auto pieces = set_table(setter_, table, body_);
        pieces.header.gap = half_line;
        push(Piece(pieces.header));
        const std::size_t rows = pieces.rows.size();
        pieces.rows.front().keep_with_next = rows > 1;
        for (std::size_t row = 0; row < rows; ++row) {
            const bool spare = rows >= many_rows && row >= rows - rows / 3;
            stack_.push_back({std::move(pieces.rows[row]), pieces.header, ruled_line, spare});
        }
    }

private:
    // What the visitor gave, on a shade: words in the column of the first language; their English, or a number to call,
    // in that of the second. A number that has no room there stands below.
    double set_answer(Piece& piece, const Field& field, double y) const {
        const double column = setter_.second_column();
        const double end = setter_.width() - column;
        const bool number_below = setter_.cramps(field.number, end - inset) || !field.value.second.empty();
        const std::size_t behind = piece.marks.size();
        const double top = y + half_line / 2;
        const double words_width = setter_.first_width(hanging + inset);
        double bottom = top + answer_sizes.pitch();
        if (!field.value.second.empty()) {
            bottom = top + setter_.beside(piece, field.value, answer_sizes, Weight::bold, hanging + inset, top, inset);
        } else if (!field.value.first.empty()) {
            const bool alone = field.number.empty() && field.phone == Phone::none;
            const double width = alone ? setter_.width() - hanging - 2 * inset : words_width;
            bottom =
                top + setter_.value(piece, field.value.first, answer_sizes, hanging + inset, top, width, field.by_hand);
        } else if (!number_below) {
            setter_.rule(piece, hanging, bottom, words_width + inset);
        }
        if (!field.number.empty() && number_below) {
            if (field.value.first.empty()) bottom = top;
            bottom += setter_.number(piece, field.number, answer_sizes.number, Align::start, setter_.first_side(),
                                     hanging + inset, bottom, setter_.width() - hanging - 2 * inset);
        } else if (!field.number.empty()) {
            setter_.number(piece, field.number, answer_sizes.number, Align::start, setter_.second_side(), column, top,
                           end - inset);
        } else if (field.phone == Phone::wanted) {
            setter_.number_rule(piece, column, top + answer_sizes.pitch(), end);
        }
        shade_behind(piece, behind, field, y, bottom + half_line / 2 - y);
        return bottom + half_line / 2;
    }

    // Not where a line waits to be written on.
    void shade_behind(Piece& piece, std::size_t behind, const Field& field, double y, double height) const {
        const double column = setter_.second_column();
        const bool words = !field.value.first.empty();
        const bool waits = field.phone == Phone::wanted && field.number.empty();
        Piece shade;
        if (words && waits) {
            setter_.shade(shade, hanging, y, setter_.first_width(hanging), height);
        } else {
            setter_.shade(shade, words ? hanging : column, y, setter_.width() - (words ? hanging : column), height);
        }
        piece.marks.insert(piece.marks.begin() + static_cast<std::ptrdiff_t>(behind),
                           std::make_move_iterator(shade.marks.begin()), std::make_move_iterator(shade.marks.end()));
    }

    double set_blank(Piece& piece, const Field& field, double y) const {
        for (int line = 0; line < field.lines; ++line) {
            y += ruled_line;
            if (field.phone == Phone::wanted) {
                setter_.rule(piece, hanging, y, setter_.first_width(hanging));
                setter_.number_rule(piece, setter_.second_column(), y, setter_.second_width());
            } else {
                setter_.rule(piece, hanging, y, setter_.width() - hanging);
            }
        }
        return y;
    }

    void push(Piece piece) { stack_.push_back({std::move(piece)}); }

    const Setter& setter_;
    Stack& stack_;
    Sizes body_;
    Marker last_marker_ = Marker::none;  // of this section's items
};

void set_title(const Setter& setter, const Document& document, Stack& stack) {
    Piece title;
    title.keep_with_next = true;
    title.height = setter.beside(title, document.title, title_sizes, Weight::bold, 0, 0);
    stack.push_back({std::move(title)});
    if (document.note.first.empty()) return;
    BlockSetter set(setter, stack);
    set(Note{{Utf8(document.note.first), Utf8(document.note.second)}});
}

Stack set_all(const Setter& setter, const Document& document) {
    Stack stack;
    set_title(setter, document, stack);
    for (const auto& section : document.sections) {
        if (!section.heading.first.empty()) stack.push_back({set_heading(setter, section)});
        BlockSetter set(setter, stack);
        for (std::size_t at = 0; at < section.blocks.size(); ++at) {
            set.set(section.blocks[at], at + 1 < section.blocks.size() ? &section.blocks[at + 1] : nullptr);
        }
    }
    return stack;
}

}  // namespace

std::pmr::vector<Page> lay_out_sheet(const Document& document, const typeset::Typesetter& typesetter) {
    Area area = area_of(document);
    const Setter setter(typesetter, document, area.width);
    const Piece foot = set_foot(setter, document);
    const double foot_top = area.bottom - foot.height;
    area.bottom = foot_top - above_foot;
    std::pmr::vector<Page> pages;
    for (auto& filled : fill_pages(set_all(setter, document), document.size, area)) {
        append(filled.page, foot, area.left, foot_top);
        pages.push_back(std::move(filled.page));
    }
    return pages;
}

}  // namespace pocketplan::page
