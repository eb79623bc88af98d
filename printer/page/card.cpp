#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "printer/page/place.h"

namespace pocketplan::page {
namespace {

using typeset::Align;
using typeset::Style;
using typeset::Weight;

constexpr double panel_width =
    85 * millimetre;  // ISO/IEC 7810 ID-1 is 85.6 x 53.98: fits behind every bank card's slot
constexpr double panel_height = 53 * millimetre;
constexpr double padding = 6;  // 2 mm: what scissors may miss by
constexpr double inner_width = panel_width - 2 * padding;
constexpr double inner_height = panel_height - 2 * padding;
constexpr double card_line = 20;
constexpr double cut_mark = 12;
constexpr std::size_t panels_in_block = 4;

// From comfortable to the smallest that may be printed; the first at which a section fits into its panel is taken.
constexpr std::array<Sizes, 5> scales{
    {{10.5, 8.5, 14, 1.2}, {10, 8.5, 14, 1.18}, {9.5, 8.5, 13.5, 1.16}, {9, 8.5, 13, 1.14}, {8.5, 8.5, 12, 1.12}}};

using Pieces = std::pmr::vector<Piece>;

class PanelSetter {
public:
    PanelSetter(const Setter& setter, const Sizes& sizes, Pieces& pieces)
        : setter_(setter), sizes_(sizes), pieces_(pieces) {}

    // A title with a heading below it has room in place of a rule: between the two, a rule cut through the dots of
    // Arabic letters.
    enum class Below { rule, room };
    void heading(const Text& text, Below below) {
        Piece piece;
        piece.keep_with_next = true;
        Text one_line{Utf8(text.first), {}};
        if (!text.second.empty()) {
            one_line.first.insert(one_line.first.end(), {' ', '/', ' '});
            one_line.first.insert(one_line.first.end(), text.second.begin(), text.second.end());
        }
        const double height = setter_.below(piece, one_line, {9, 8.5, 12, 1.15}, Weight::bold, 0, 0, inner_width);
        if (below == Below::rule) setter_.rule(piece, 0, height + 1, inner_width, 0.75);
        piece.height = height + (below == Below::rule ? 2 : 4);
        pieces_.push_back(std::move(piece));
    }

    void operator()(const Items& items) {
        int number = 0;
        const double indent = items.marker == Marker::none ? 0 : 14;
        for (const auto& item : items.items) {
            Piece piece;
            piece.gap = 3;
            setter_.marker(piece, items.marker, ++number, sizes_, 0);
            piece.height = setter_.below(piece, item, sizes_, Weight::regular, indent, 0, inner_width - indent);
            pieces_.push_back(std::move(piece));
        }
    }

    // Who on the side where reading starts, the number to call on the other; below, where that is too narrow for it.
    void operator()(const Field& field) {
        Piece piece;
        piece.gap = 4;
        constexpr double number_share = inner_width * 0.52;
        const bool called = !field.number.empty();
        const bool below = called && setter_.cramps(field.number, number_share);
        const double who_width = called && !below ? inner_width - number_share - 4 : inner_width;
        const Sizes small{8.5, 8.5, 12, sizes_.line_height};
        double y = setter_.below(piece, field.label, small, Weight::regular, 0, 0, who_width);
        Style bold;
        bold.size = sizes_.first;
        bold.line_height = sizes_.line_height;
        bold.weight = Weight::bold;
        y += setter_.value(piece, field.value, bold, 0, y, who_width, ByHand::no);
        if (below) {
            y += setter_.number(piece, field.number, sizes_.number, Align::start, 0, y, inner_width);
        } else if (called) {
            y = std::max(
                y, setter_.number(piece, field.number, sizes_.number, Align::end, who_width + 4, 0, number_share));
        } else if (field.value.empty()) {
            y = std::max(y + 6, card_line);
            setter_.rule(piece, 0, y, inner_width);
        }
        piece.height = y + 1;
        pieces_.push_back(std::move(piece));
    }

    void operator()(const Note& note) {
        (*this)(Items{Marker::none, {Text{Utf8(note.text.first), Utf8(note.text.second)}}});
    }

    void operator()(const Lines& lines) {
        for (int line = 0; line < lines.count; ++line) {
            Piece piece;
            piece.height = card_line;
            setter_.rule(piece, 0, card_line, inner_width);
            pieces_.push_back(std::move(piece));
        }
    }

    void operator()(const Table&) {}  // a table has no place on a card; the pack's check refuses it

private:
    const Setter& setter_;
    const Sizes& sizes_;
    Pieces& pieces_;
};

double height_of(const Pieces& pieces) {
    double height = 0;
    for (const auto& piece : pieces) height += piece.height + (&piece == &pieces.front() ? 0 : piece.gap);
    return height;
}

Pieces set_section(const Setter& setter, const Section& section, const Text* title) {
    Pieces pieces;
    for (const auto& sizes : scales) {
        pieces.clear();
        PanelSetter set(setter, sizes, pieces);
        using Below = PanelSetter::Below;
        const bool headed = !section.heading.first.empty();
        if (title != nullptr) set.heading(*title, headed ? Below::room : Below::rule);
        if (headed) set.heading(section.heading, Below::rule);
        for (const auto& block : section.blocks) std::visit(set, block);
        if (height_of(pieces) <= inner_height) break;
    }
    return pieces;
}

struct Panel {
    std::pmr::vector<Mark> marks;
    double filled = 0;
};

// A section that is too long even in the smallest type goes on in the next panel: nothing is ever cut.
void fill_panels(Pieces pieces, std::pmr::vector<Panel>& panels) {
    panels.emplace_back();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        auto& piece = pieces[i];
        const bool heads = piece.keep_with_next && i + 1 < pieces.size();
        const double needed = piece.height + (heads ? pieces[i + 1].gap + pieces[i + 1].height : 0);
        double gap = panels.back().filled > 0 ? piece.gap : 0;
        if (panels.back().filled > 0 && panels.back().filled + gap + needed > inner_height) {
            panels.emplace_back();
            gap = 0;
        }
        auto& panel = panels.back();
        for (auto& mark : piece.marks) {
            shift(mark, 0, panel.filled + gap);
            panel.marks.push_back(std::move(mark));
        }
        panel.filled += gap + piece.height;
    }
}

// Free room is for writing.
void rule_the_rest(const Setter& setter, Panel& panel) {
    Piece rules;
    while (panel.filled + card_line <= inner_height) {
        panel.filled += card_line;
        setter.rule(rules, 0, panel.filled, inner_width);
    }
    std::move(rules.marks.begin(), rules.marks.end(), std::back_inserter(panel.marks));
}

// What a printer reaches of a page.
struct Reach {
    double left, top, right, bottom;
};
Reach reach_of(const PaperSize& size, const Margins& margins) {
    return {margins.left, margins.top, size.width - margins.right, size.height - margins.bottom};
}

// The top left corner of the block: in the middle, or as far aside as the printer wants it.
struct Corner {
    double left, top;
};
Corner corner_of_block(const Document& document) {
    const Reach reach = reach_of(document.size, document.margins);
    const double middle = (document.size.width - 2 * panel_width) / 2;
    const double rightmost = std::max(reach.left, reach.right - 2 * panel_width);
    return {std::clamp(middle, reach.left, rightmost), std::max(margin, reach.top)};
}

// Cut marks are as long as the printer's margins leave them.
void draw_fold_and_cut_marks(Page& page, const Corner& corner, const Reach& reach) {
    const auto [left, top] = corner;
    const double right = left + 2 * panel_width;
    const double bottom = top + 2 * panel_height;
    const auto stroke = [&](double x1, double y1, double x2, double y2, Pen pen) {
        if (x1 <= x2 && y1 <= y2) page.marks.push_back(Stroke{x1, y1, x2, y2, 0.5, pen});
    };
    stroke(left, top + panel_height, right, top + panel_height, Pen::dashed);
    stroke(left + panel_width, top, left + panel_width, bottom, Pen::dashed);
    constexpr double away = 3;
    for (const double y : {top, bottom}) {
        stroke(std::max(left - cut_mark - away, reach.left), y, left - away, y, Pen::solid);
        stroke(right + away, y, std::min(right + away + cut_mark, reach.right), y, Pen::solid);
    }
    for (const double x : {left, right}) {
        stroke(x, std::max(top - cut_mark - away, reach.top), x, top - away, Pen::solid);
        stroke(x, bottom + away, x, std::min(bottom + away + cut_mark, reach.bottom), Pen::solid);
    }
}

// Places up to four panels two by two; free panels are for writing.
void place_block(Page& page, const Setter& setter, std::span<Panel> panels, const Corner& corner) {
    const bool mirrored = setter.mirrored(0, 0) > 0;
    for (std::size_t at = 0; at < panels.size(); ++at) {
        const double column = static_cast<double>(mirrored ? 1 - at % 2 : at % 2);
        const double row = static_cast<double>(at / 2);
        for (auto& mark : panels[at].marks) {
            shift(mark, corner.left + column * panel_width + padding, corner.top + row * panel_height + padding);
            page.marks.push_back(std::move(mark));
        }
    }
}

}  // namespace

bool holds_card(const PaperSize& size, const Margins& margins) {
    if (is_roll(size)) return true;
    const Reach reach = reach_of(size, margins);
    return reach.right - reach.left >= 2 * panel_width &&
           reach.bottom - std::max(margin, reach.top) >= 2 * panel_height;
}

std::vector<Overfull> overfull_sections(const Document& card, const typeset::Typesetter& typesetter) {
    const Setter setter(typesetter, card, inner_width);
    std::vector<Overfull> overfull;
    for (std::size_t at = 0; at < card.sections.size(); ++at) {
        const auto pieces = set_section(setter, card.sections[at], at == 0 ? &card.title : nullptr);
        const double excess = height_of(pieces) - inner_height;
        if (excess > 0) overfull.push_back({at, excess});
    }
    return overfull;
}

std::pmr::vector<Page> lay_out_card(const Document& document, const typeset::Typesetter& typesetter) {
    const Setter panel_setter(typesetter, document, inner_width);
    std::pmr::vector<Panel> panels;
    for (const auto& section : document.sections) {
        const Text* const title = &section == &document.sections.front() ? &document.title : nullptr;
        fill_panels(set_section(panel_setter, section, title), panels);
        const bool has_lines = std::any_of(section.blocks.begin(), section.blocks.end(),
                                           [](const Block& block) { return std::holds_alternative<Lines>(block); });
        if (has_lines) rule_the_rest(panel_setter, panels.back());
    }

    while (panels.size() % panels_in_block != 0) rule_the_rest(panel_setter, panels.emplace_back());

    const Area area = area_of(document);
    const Corner corner = corner_of_block(document);
    const Setter wide(typesetter, document, area.width);
    const Foot foot(wide, document);
    const int count = static_cast<int>(panels.size() / panels_in_block);
    std::pmr::vector<Page> pages;
    for (int number = 1; number <= count; ++number) {
        Page& page = pages.emplace_back(Page{document.size, {}});
        draw_fold_and_cut_marks(page, corner, reach_of(document.size, document.margins));
        place_block(page, panel_setter, std::span(panels).subspan(pages.size() * 4 - 4, panels_in_block), corner);
        Piece note;
        wide.below(note, document.note, {10.5, 8.5, 12, 1.35}, Weight::regular, 0, 0, wide.width());
        append(page, std::move(note), area.left, corner.top + 2 * panel_height + cut_mark + 14);
        append(page, foot.numbered(number, count), area.left, area.bottom - foot.height());
    }
    return pages;
}

}  // namespace pocketplan::page
