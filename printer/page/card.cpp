#include <algorithm>
#include <iterator>

#include "printer/page/panel.h"

namespace pocketplan::page {
namespace {

constexpr double card_margin = 24;    // above the first block: 8 mm, so that two blocks have room
constexpr double words_height = 160;  // of how to fold it, and of the foot, in the longest language on Letter
constexpr double around_fold = 5;     // at least, between a block and the pictures of its folds

// Four panels, by where they are when the block is folded.
struct Block4 {
    Panel front;
    Panel back;
    Panel first_inside;  // where reading starts
    Panel second_inside;
};

// The first section goes in front, the last behind. What lies between, and what has no room outside, is inside; where
// that is more than two panels, a second block takes it, and shows nothing outside but lines to write on.
std::pmr::vector<Block4> arrange(const Setter& setter, const PanelSize& size, const Document& document) {
    std::pmr::vector<Panel> inside;
    Panel front = set_empty_panel(setter, size);
    Panel back = set_empty_panel(setter, size);
    for (const auto& section : document.sections) {
        auto panels = set_panels(setter, size, section);
        auto rest = panels.begin();
        if (&section == &document.sections.front()) {
            front = std::move(*rest++);
        } else if (&section == &document.sections.back()) {
            back = std::move(*rest++);
        }
        std::move(rest, panels.end(), std::back_inserter(inside));
    }
    while (inside.empty() || inside.size() % 2 != 0) inside.push_back(set_empty_panel(setter, size));

    std::pmr::vector<Block4> blocks;
    for (std::size_t at = 0; at < inside.size(); at += 2) {
        const bool first = at == 0;
        blocks.push_back({first ? std::move(front) : set_empty_panel(setter, size),
                          first ? std::move(back) : set_empty_panel(setter, size), std::move(inside[at]),
                          std::move(inside[at + 1])});
    }
    return blocks;
}

// Where a printer lets blocks be: as far to the sides as it reaches, but not nearer to the top than ours.
struct Reach {
    double left, top, width, height;
};
Reach reach_of(const PaperSize& size, const Margins& margins) {
    const double top = std::max(card_margin, margins.top);
    return {margins.left, top, size.width - margins.left - margins.right,
            size.height - top - std::max(foot_margin, margins.bottom)};
}

// As large as one block and the words have room for, up to the whole size. The narrower the lines, the more of them.
PanelSize panel_within(const PaperSize& size, const Margins& margins) {
    const Reach reach = reach_of(size, margins);
    const double lines = size.width - std::max(margin, margins.left) - std::max(margin, margins.right);
    const double words = words_height * std::max(1.0, (letter.width - 2 * margin) / std::max(lines, 1.0));
    return {std::min(whole_panel.width, reach.width / 2), std::min(whole_panel.height, (reach.height - words) / 2)};
}

// Places a panel into a column and row of the block, counted from where reading starts.
void place(Piece& block, Panel panel, const PanelSize& size, int column, int row, Turn how, bool mirrored) {
    const double left = (mirrored ? 1 - column : column) * size.width;
    for (auto& mark : panel.marks) {
        if (how == Turn::half) turn(mark, size.width, size.height);
        shift(mark, left, row * size.height);
        block.marks.push_back(std::move(mark));
    }
}

// The lower half is folded to the back, so it is printed upside down; then the half where reading ends is folded to the
// back, and takes its lower panel in between. A line to cut along goes around, and the folds are dashed.
Piece set_block(Block4 panels, const PanelSize& size, bool mirrored) {
    Piece block;
    const double width = 2 * size.width;
    const double height = block.height = 2 * size.height;
    const auto stroke = [&](double x1, double y1, double x2, double y2, Pen pen) {
        block.marks.push_back(Stroke{x1, y1, x2, y2, 0.5, pen});
    };
    block.marks.push_back(Frame{0.25, 0.25, width - 0.5, height - 0.5, 0.5});
    stroke(0, size.height, width, size.height, Pen::dashed);
    stroke(size.width, 0, size.width, height, Pen::dashed);
    place(block, std::move(panels.front), size, 0, 0, Turn::none, mirrored);
    place(block, std::move(panels.back), size, 1, 0, Turn::none, mirrored);
    // Seen from behind, upside down turned upright, the two change sides.
    place(block, std::move(panels.first_inside), size, 1, 1, Turn::half, mirrored);
    place(block, std::move(panels.second_inside), size, 0, 1, Turn::half, mirrored);
    return block;
}

// Of so many blocks, in their order and then again, those that are printed: as many cards as are wished for, and more
// where the last sheet has room for them.
std::size_t blocks_to_print(std::size_t blocks, int copies, std::size_t on_page) {
    std::size_t count = blocks * static_cast<std::size_t>(std::max(copies, 1));
    const std::size_t room = (on_page - count % on_page) % on_page;
    return count + room / blocks * blocks;
}

}  // namespace

CardFit fit_of_card(const PaperSize& size, const Margins& margins) {
    if (is_roll(size)) return CardFit::whole;
    const auto [width, height] = panel_within(size, margins);
    if (width < least_panel.width || height < least_panel.height) return CardFit::none;
    return width < whole_panel.width || height < whole_panel.height ? CardFit::smaller : CardFit::whole;
}

std::pmr::vector<Page> lay_out_card(const Document& document, const typeset::Typesetter& typesetter) {
    const Area area = area_of(document);
    const Reach reach = reach_of(document.size, document.margins);
    const PanelSize panel = panel_within(document.size, document.margins);
    const double block_height = 2 * panel.height;
    const double top = reach.top;
    const double left = std::clamp(document.size.width / 2 - panel.width, reach.left,
                                   std::max(reach.left, reach.left + reach.width - 2 * panel.width));
    const Setter wide(typesetter, document, area.width);
    const Setter panel_setter(typesetter, document, panel.inner_width());
    const Piece foot = set_foot(wide, document);
    const Piece fold = set_fold(wide, document);

    std::pmr::vector<Piece> blocks;
    const bool mirrored = wide.first_side() == typeset::Direction::right_to_left;
    for (auto& panels : arrange(panel_setter, panel, document)) {
        blocks.push_back(set_block(std::move(panels), panel, mirrored));
    }

    const double foot_top = area.bottom - foot.height;
    const double room = foot_top - around_fold - top - 2 * block_height - fold.height;
    const std::size_t on_page = room >= 2 * around_fold ? 2 : 1;
    const double above_fold = on_page == 2 ? std::min(room / 2, 3 * around_fold) : 3 * around_fold;
    const std::size_t count = blocks_to_print(blocks.size(), document.copies, on_page);
    std::pmr::vector<Page> pages;
    for (std::size_t at = 0; at < count; ++at) {
        if (at % on_page == 0) {
            pages.push_back({document.size, {}});
            append(pages.back(), fold, area.left, top + block_height + above_fold);
            append(pages.back(), foot, area.left, foot_top);
        }
        const double below = at % on_page == 0 ? 0 : block_height + 2 * above_fold + fold.height;
        append(pages.back(), blocks[at % blocks.size()], left, top + below);
    }
    return pages;
}

}  // namespace pocketplan::page
