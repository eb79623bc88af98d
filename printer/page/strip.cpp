#include <algorithm>
#include <iterator>

#include "printer/page/flow.h"
#include "printer/page/pictures.h"
#include "printer/page/table.h"

namespace pocketplan::page {
namespace {

using typeset::Weight;

// Receipt printers have 203 dots an inch and no grey: 8 pt is 22 dots, the least at which every script can be read.
constexpr Sizes body{9.5, 8, 14, 1.25};
constexpr Sizes strip_title{14, 9.5, 14, 1.2};
constexpr Sizes strip_heading{11, 8.5, 14, 1.2};
constexpr Sizes strip_answer{11, 9.5, 14, 1.25};
constexpr Sizes foot_sizes{8, 8, 14, 1.2};
constexpr double marker_width = 16;
constexpr double padding = 5;    // inside frames
constexpr int most_groups = 4;   // of a table: a strip is short of room for all its rows
constexpr double tall_row = 45;  // of a table: more than one line to write on

// Turns each kind of block into pieces, one below another.
class StripSetter {
public:
    StripSetter(const Setter& setter, Stack& stack) : setter_(setter), stack_(stack) {}

    void heading(const Text& text, const Sizes& sizes) {
        Piece piece;
        piece.gap = 12;
        piece.keep_with_next = true;
        const double height = setter_.below(piece, text, sizes, Weight::bold, 0, 0, setter_.width());
        setter_.rule(piece, 0, height + 1.5, setter_.width(), 0.9);
        piece.height = height + 3;
        push(std::move(piece));
    }

    void operator()(const Items& items) {
        int number = 0;
        const bool notes = items.marker == Marker::none && marked_;
        marked_ = marked_ || items.marker != Marker::none;
        const double indent = items.marker == Marker::none && !notes ? 0 : marker_width;
        for (const auto& item : items.items) {
            Piece piece;
            piece.gap = notes ? 1 : 5;
            setter_.marker(piece, items.marker, ++number, body, 0);
            piece.height = setter_.below(piece, item, body, Weight::regular, indent, 0, setter_.width() - indent);
            push(std::move(piece));
        }
    }

    void operator()(const Pictures& pictures) {
        marked_ = true;
        for (const auto& item : pictures.items) {
            auto row = set_pictures(setter_, {&item, 1}, 1, body);
            row.gap = 8;
            push(std::move(row));
        }
    }

    void operator()(const Field& field) {
        Piece piece;
        piece.gap = 6;
        const double width = setter_.width();
        double y = setter_.below(piece, field.label, body, Weight::regular, 0, 0, width);
        y += setter_.value(piece, field.value.first, strip_answer, 0, y, width, field.by_hand);
        typeset::Style regular;
        regular.size = body.first;
        regular.line_height = body.line_height;
        y += setter_.second(piece, field.value.second, regular, setter_.first_side(), 0, y, width);
        if (!field.number.empty()) {
            y += setter_.number(piece, field.number, body.number, typeset::Align::start, setter_.first_side(), 0, y,
                                width);
        }
        const bool blank = field.value.first.empty() && field.number.empty();
        for (int line = 0; blank && line < field.lines; ++line) setter_.rule(piece, 0, y += ruled_line, width);
        if (field.phone == Phone::wanted && field.number.empty()) setter_.number_rule(piece, 0, y += ruled_line, width);
        piece.height = y + 1;
        push(std::move(piece));
    }

    void operator()(const Note& note) { push(set_note(setter_, note, body, padding, 6)); }

    void operator()(const Lines& lines) {
        for (int line = 0; line < lines.count; ++line) push(set_line(setter_));
    }

    // A row becomes a framed group: each column's header, and a line to write on.
    void operator()(const Table& table) {
        for (int row = 0; row < std::min(table.rows, most_groups); ++row) {
            Piece group;
            group.gap = 6;
            double y = padding;
            for (const auto& column : table.columns) y = labelled_line(group, column.header, table.row_height, y);
            group.height = y + padding;
            setter_.frame(group, 0, 0, setter_.width(), group.height);
            push(std::move(group));
        }
    }

private:
    // The label on the side where reading starts, the line beside it, and another below where a row is tall.
    double labelled_line(Piece& group, const Text& label, double row_height, double y) const {
        const double width = setter_.width() - 2 * padding;
        const double label_width = width * 0.42;
        const double height = setter_.below(group, label, {body.second + 0.5, body.second, 14, 1.2}, Weight::bold,
                                            padding, y + 3, label_width);
        const double line = y + std::max(ruled_line, height + 3);
        setter_.rule(group, padding + label_width + 4, line, width - label_width - 4);
        if (row_height < tall_row) return line;
        setter_.rule(group, padding, line + ruled_line, width);
        return line + ruled_line;
    }

    void push(Piece piece) { stack_.push_back({std::move(piece)}); }

    const Setter& setter_;
    Stack& stack_;
    bool marked_ = false;  // items with markers came before
};

void set_section(const Setter& setter, const Section& section, Stack& stack) {
    StripSetter set(setter, stack);
    if (!section.heading.first.empty()) set.heading(section.heading, strip_heading);
    for (const auto& block : section.blocks) std::visit(set, block);
}

// A card's panel: one framed piece, as tall as it needs.
Piece set_panel(const Setter& setter, const Document& document, const typeset::Typesetter& typesetter,
                const Section& section) {
    const Setter inside(typesetter, document, setter.width() - 2 * padding);
    Stack stack;
    set_section(inside, section, stack);
    Piece panel;
    panel.gap = 8;
    panel.height = padding;
    for (auto& stacked : stack) {
        auto& piece = stacked.piece;
        if (&piece != &stack.front().piece) panel.height += piece.gap;
        for (auto& mark : piece.marks) {
            shift(mark, padding, panel.height);
            panel.marks.push_back(std::move(mark));
        }
        panel.height += piece.height;
    }
    panel.height += padding;
    setter.frame(panel, 0, 0, setter.width(), panel.height, 0.9);
    return panel;
}

Stack set_all(const Setter& setter, const Document& document, const typeset::Typesetter& typesetter) {
    Stack stack;
    StripSetter set(setter, stack);
    set.heading(document.title, strip_title);
    if (!document.note.first.empty()) set(Note{{Utf8(document.note.first), Utf8(document.note.second)}});
    for (const auto& section : document.sections) {
        switch (document.form) {
            case Form::sheet:
                set_section(setter, section, stack);
                break;
            case Form::card:
                stack.push_back({set_panel(setter, document, typesetter, section)});
                break;
        }
    }
    return stack;
}

// What every page carries, and a dashed line to cut along. A strip of one page needs no number.
Piece set_strip_foot(const Setter& setter, const Document& document, int page, int pages) {
    Piece foot;
    setter.rule(foot, 0, 0, setter.width(), 0.5);
    double y = 4;
    for (const auto& line : document.foot) {
        y += setter.below(foot, line, foot_sizes, Weight::regular, 0, y, setter.width()) + 2;
    }
    if (pages > 1) {
        y += setter.below(foot, document.page_number(page, pages), foot_sizes, Weight::bold, 0, y, setter.width());
    }
    y += ruled_line / 2;
    const double start = setter.mirrored(0, setter.width());
    foot.marks.push_back(Stroke{start, y, start + setter.width(), y, 0.75, Pen::dashed});
    foot.height = y;
    return foot;
}

}  // namespace

std::pmr::vector<Page> lay_out_strip(const Document& document, const typeset::Typesetter& typesetter) {
    Area area = area_of(document);
    const double below = longest_strip - area.bottom;
    const Setter setter(typesetter, document, area.width);
    area.bottom -= set_strip_foot(setter, document, 88, 88).height + above_foot;
    auto filled = fill_pages(set_all(setter, document, typesetter), document.size, area);
    std::pmr::vector<Page> pages;
    for (auto& [page, bottom] : filled) {
        auto foot =
            set_strip_foot(setter, document, static_cast<int>(pages.size() + 1), static_cast<int>(filled.size()));
        page.size.height = bottom + above_foot + foot.height + below;
        append(page, std::move(foot), area.left, bottom + above_foot);
        pages.push_back(std::move(page));
    }
    const auto once = pages;
    for (int copy = 1; copy < document.copies; ++copy) pages.insert(pages.end(), once.begin(), once.end());
    return pages;
}

std::pmr::vector<Page> join_strips(std::pmr::vector<Page> strips) {
    std::pmr::vector<Page> joined;
    for (auto& strip : strips) {
        if (joined.empty() || joined.back().size.height + strip.size.height > longest_strip) {
            joined.push_back(std::move(strip));
            continue;
        }
        auto& whole = joined.back();
        for (auto& mark : strip.marks) {
            shift(mark, 0, whole.size.height);
            whole.marks.push_back(std::move(mark));
        }
        whole.size.height += strip.size.height;
    }
    return joined;
}

}  // namespace pocketplan::page
