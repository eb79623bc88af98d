#include "printer/page/panel.h"

#include <algorithm>
#include <array>

namespace pocketplan::page {
namespace {

using typeset::Align;
using typeset::Weight;

constexpr double card_line = 20;
constexpr double icon_size = 11;

// From comfortable to the smallest that may be printed; the first at which a section fits into its panel is taken.
constexpr std::array<Sizes, 7> scales{{{10.5, 8.5, 18, 1.2},
                                       {10, 8.5, 18, 1.18},
                                       {9.5, 8.5, 18, 1.16},
                                       {9, 8.5, 18, 1.14},
                                       {9, 8.5, 16, 1.14},
                                       {8.5, 8.5, 14, 1.12},
                                       {8.5, 8.5, 12, 1.12}}};

using Pieces = std::pmr::vector<Piece>;

class PanelSetter {
public:
    PanelSetter(const Setter& setter, const Sizes& sizes, Pieces& pieces)
        : setter_(setter), sizes_(sizes), pieces_(pieces) {}

    // Both languages on one line, or the second below where they have no room there.
    void heading(const Section& section) {
        const double indent = section.icon == Icon::none ? 0 : icon_size + 4;
        const double width = setter_.width() - indent;
        constexpr Sizes sizes{9, 8.5, 12, 1.2};
        Text one_line{Utf8(section.heading.first), {}};
        if (!section.heading.second.empty()) {
            one_line.first.insert(one_line.first.end(), {' ', '/', ' '});
            one_line.first.insert(one_line.first.end(), section.heading.second.begin(), section.heading.second.end());
        }
        Piece piece;
        double height = setter_.below(piece, one_line, sizes, Weight::bold, indent, 0, width);
        if (height > 1.5 * sizes.pitch()) {
            piece.marks.clear();
            height = setter_.below(piece, section.heading, sizes, Weight::bold, indent, 0, width);
        }
        piece.keep_with_next = true;
        setter_.icon(piece, section.icon, 0, 0, icon_size);
        setter_.rule(piece, 0, height + 1.5, setter_.width(), 0.6);
        piece.height = height + 3;
        pieces_.push_back(std::move(piece));
    }

    void operator()(const Items& items) {
        int number = 0;
        const bool notes = items.marker == Marker::none && marked_;
        marked_ = marked_ || items.marker != Marker::none;
        const double indent = items.marker == Marker::none && !notes ? 0 : 14;
        for (const auto& item : items.items) {
            Piece piece;
            piece.gap = notes ? 0 : 3;
            setter_.marker(piece, items.marker, ++number, sizes_, 0);
            piece.height = setter_.below(piece, item, sizes_, Weight::regular, indent, 0, setter_.width() - indent);
            pieces_.push_back(std::move(piece));
        }
    }

    // Who on the side where reading starts, the number to call on the other; below, where that is too narrow for it.
    void operator()(const Field& field) {
        Piece piece;
        piece.gap = 4;
        const Sizes small{8.5, 8.5, 12, sizes_.line_height};
        const double y = setter_.below(piece, field.label, small, Weight::regular, 0, 0, setter_.width());
        const bool blank = field.value.first.empty() && field.number.empty();
        if (blank) {
            piece.height = std::max(y + 7, card_line);
            rule_for(piece, field, piece.height);
            piece.height += 1;
        } else {
            piece.height = set_answer(piece, field, y) + 1;
        }
        pieces_.push_back(std::move(piece));
    }

    void operator()(const Note& note) {
        (*this)(Items{Marker::none, {Text{Utf8(note.text.first), Utf8(note.text.second)}}});
    }

    void operator()(const Lines& lines) {
        for (int line = 0; line < lines.count; ++line) {
            Piece piece;
            piece.height = card_line;
            setter_.rule(piece, 0, card_line, setter_.width());
            pieces_.push_back(std::move(piece));
        }
    }

    // Neither has a place on a card; the pack's check refuses them.
    void operator()(const Table&) {}
    void operator()(const Pictures&) {}

private:
    static constexpr double between = 8;
    // Of a number to write.
    [[nodiscard]] double width_to_write() const { return setter_.width() * 0.52; }

    void rule_for(Piece& piece, const Field& field, double y) const {
        if (field.phone == Phone::none) return setter_.rule(piece, 0, y, setter_.width());
        setter_.rule(piece, 0, y, setter_.width() - width_to_write() - between);
        setter_.number_rule(piece, setter_.width() - width_to_write(), y, width_to_write());
    }

    // Returns where it ends.
    double set_answer(Piece& piece, const Field& field, double y) const {
        const bool called = !field.number.empty();
        const bool waits = !called && field.phone == Phone::wanted;
        const double natural = called ? setter_.width_of_number(field.number, sizes_.number) : 0;
        const double number_width = waits ? width_to_write() : natural + 1;
        const bool roomy = has_room(field.value.first, setter_.width() - number_width - between);
        const bool below = natural > setter_.width() * 0.62 || !roomy;
        const bool aside = (waits && roomy) || (called && !below);
        const double who_width = setter_.width() - (aside ? number_width + between : 0);
        const double line = std::max(sizes_.pitch(), aside ? sizes_.number * 1.2 : 0);
        double bottom = y + who(piece, field, y, who_width, line);
        if (called && below) {
            return bottom + setter_.number(piece, field.number, sizes_.number, Align::start, setter_.first_side(), 0,
                                           bottom, setter_.width());
        }
        if (waits && !aside) {
            setter_.number_rule(piece, 0, bottom + card_line - 2, setter_.width());
            return bottom + card_line;
        }
        const double number_left = setter_.width() - number_width;
        if (called) {
            setter_.number(piece, field.number, sizes_.number, Align::end, setter_.first_side(), number_left, y,
                           number_width);
        }
        if (waits) setter_.number_rule(piece, number_left, y + line - 2, number_width);
        return std::max(bottom, y + (aside ? line : 0));
    }

    // Whether a name's lines have room in that width: a number in it is not broken.
    [[nodiscard]] bool has_room(const Utf8& name, double width) const {
        if (name.empty()) return true;
        Piece tried;
        setter_.value(tried, name, sizes_, 0, 0, width, ByHand::no);
        return !std::get<PlacedText>(tried.marks.front()).layout.broken_number;
    }

    // The name, its last baseline near that of a number beside it where it is one line; or a line for it.
    double who(Piece& piece, const Field& field, double y, double width, double line) const {
        if (field.value.first.empty()) {
            if (line > sizes_.pitch()) setter_.rule(piece, 0, y + line - 2, width);
            return line > sizes_.pitch() ? line : 0;
        }
        const std::size_t at = piece.marks.size();
        const double height = setter_.value(piece, field.value.first, sizes_, 0, y, width, ByHand::no);
        const double drop =
            height > sizes_.pitch() * 1.5 ? 0 : 0.5 * (line - sizes_.pitch()) + 0.38 * (line / 1.2 - sizes_.first);
        if (line > sizes_.pitch() && drop > 0) {
            for (auto i = at; i < piece.marks.size(); ++i) shift(piece.marks[i], 0, drop);
        }
        typeset::Style regular;
        regular.size = sizes_.second;
        regular.line_height = sizes_.line_height;
        return height + setter_.second(piece, field.value.second, regular, setter_.first_side(), 0, y + height, width);
    }

    const Setter& setter_;
    const Sizes& sizes_;
    Pieces& pieces_;
    bool marked_ = false;  // items with markers came before
};

double height_of(const Pieces& pieces) {
    double height = 0;
    for (const auto& piece : pieces) height += piece.height + (&piece == &pieces.front() ? 0 : piece.gap);
    return height;
}

Pieces set_section(const Setter& setter, const PanelSize& size, const Section& section) {
    Pieces pieces;
    for (const auto& sizes : scales) {
        pieces.clear();
        PanelSetter set(setter, sizes, pieces);
        if (!section.heading.first.empty()) set.heading(section);
        for (const auto& block : section.blocks) std::visit(set, block);
        if (height_of(pieces) <= size.inner_height()) break;
    }
    return pieces;
}

std::pmr::vector<Panel> fill_panels(Pieces pieces, const PanelSize& size) {
    std::pmr::vector<Panel> panels(1);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        auto& piece = pieces[i];
        const bool heads = piece.keep_with_next && i + 1 < pieces.size();
        const double needed = piece.height + (heads ? pieces[i + 1].gap + pieces[i + 1].height : 0);
        double gap = panels.back().filled > 0 ? piece.gap : 0;
        if (panels.back().filled > 0 && panels.back().filled + gap + needed > size.inner_height()) {
            panels.emplace_back();
            gap = 0;
        }
        auto& panel = panels.back();
        for (auto& mark : piece.marks) {
            shift(mark, panel_padding, panel_padding + panel.filled + gap);
            panel.marks.push_back(std::move(mark));
        }
        panel.filled += gap + piece.height;
    }
    return panels;
}

// Free room is for writing.
void rule_the_rest(const Setter& setter, const PanelSize& size, Panel& panel) {
    Piece rules;
    while (panel.filled + card_line <= size.inner_height()) {
        panel.filled += card_line;
        setter.rule(rules, 0, panel.filled, setter.width());
    }
    for (auto& mark : rules.marks) {
        shift(mark, panel_padding, panel_padding);
        panel.marks.push_back(std::move(mark));
    }
}

}  // namespace

std::pmr::vector<Panel> set_panels(const Setter& setter, const PanelSize& size, const Section& section) {
    auto panels = fill_panels(set_section(setter, size, section), size);
    const bool has_lines = std::any_of(section.blocks.begin(), section.blocks.end(),
                                       [](const Block& block) { return std::holds_alternative<Lines>(block); });
    if (has_lines) rule_the_rest(setter, size, panels.back());
    return panels;
}

Panel set_empty_panel(const Setter& setter, const PanelSize& size) {
    Panel panel;
    rule_the_rest(setter, size, panel);
    return panel;
}

std::vector<Overfull> overfull_sections(const Document& card, const typeset::Typesetter& typesetter) {
    const Setter setter(typesetter, card, whole_panel.inner_width());
    std::vector<Overfull> overfull;
    for (std::size_t at = 0; at < card.sections.size(); ++at) {
        const double excess =
            height_of(set_section(setter, whole_panel, card.sections[at])) - whole_panel.inner_height();
        if (excess > 0) overfull.push_back({at, excess});
    }
    return overfull;
}

}  // namespace pocketplan::page
