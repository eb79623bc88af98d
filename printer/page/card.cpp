#include <algorithm>
#include <iterator>

#include "printer/page/panel.h"

namespace pocketplan::page {
namespace {

constexpr double block_width = 2 * panel_width;
constexpr double block_height = 2 * panel_height;
constexpr double card_margin = 24;    // above the first block: 8 mm, so that two blocks have room
constexpr double words_height = 160;  // of how to fold it, and of the foot, in the longest language
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
std::pmr::vector<Block4> arrange(const Setter& setter, const Document& document) {
    std::pmr::vector<Panel> inside;
    Panel front = set_empty_panel(setter);
    Panel back = set_empty_panel(setter);
    for (const auto& section : document.sections) {
        auto panels = set_panels(setter, section);
        auto rest = panels.begin();
        if (&section == &document.sections.front()) {
            front = std::move(*rest++);
        } else if (&section == &document.sections.back()) {
            back = std::move(*rest++);
        }
        std::move(rest, panels.end(), std::back_inserter(inside));
    }
    while (inside.empty() || inside.size() % 2 != 0) inside.push_back(set_empty_panel(setter));

    std::pmr::vector<Block4> blocks;
    for (std::size_t at = 0; at < inside.size(); at += 2) {
        const bool first = at == 0;
        blocks.push_back({first ? std::move(front) : set_empty_panel(setter),
                          first ? std::move(back) : set_empty_panel(setter), std::move(inside[at]),
                          std::move(inside[at + 1])});
    }
    return blocks;
}

// What a printer reaches of a page.
struct Reach {
    double left, top, right, bottom;
};
Reach reach_of(const PaperSize& size, const Margins& margins) {
    return {margins.left, margins.top, size.width - margins.right, size.height - margins.bottom};
}

// Places a panel into a column and row of the block, counted from where reading starts.
void place(Piece& block, Panel panel, int column, int row, Turn how, bool mirrored) {
    const double left = (mirrored ? 1 - column : column) * panel_width;
    for (auto& mark : panel.marks) {
        if (how == Turn::half) turn(mark, panel_width, panel_height);
        shift(mark, left, row * panel_height);
        block.marks.push_back(std::move(mark));
    }
}

// The lower half is folded to the back, so it is printed upside down; then the half where reading ends is folded to the
// back, and takes its lower panel in between. A line to cut along goes around, and the folds are dashed.
Piece set_block(Block4 panels, bool mirrored) {
    Piece block;
    block.height = block_height;
    const auto stroke = [&](double x1, double y1, double x2, double y2, Pen pen) {
        block.marks.push_back(Stroke{x1, y1, x2, y2, 0.5, pen});
    };
    block.marks.push_back(Frame{0.25, 0.25, block_width - 0.5, block_height - 0.5, 0.5});
    stroke(0, panel_height, block_width, panel_height, Pen::dashed);
    stroke(panel_width, 0, panel_width, block_height, Pen::dashed);
    place(block, std::move(panels.front), 0, 0, Turn::none, mirrored);
    place(block, std::move(panels.back), 1, 0, Turn::none, mirrored);
    // Seen from behind, upside down turned upright, the two change sides.
    place(block, std::move(panels.first_inside), 1, 1, Turn::half, mirrored);
    place(block, std::move(panels.second_inside), 0, 1, Turn::half, mirrored);
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

bool holds_card(const PaperSize& size, const Margins& margins) {
    if (is_roll(size)) return true;
    const Reach reach = reach_of(size, margins);
    return reach.right - reach.left >= block_width &&
           reach.bottom - std::max(card_margin, reach.top) >= block_height + words_height;
}

std::pmr::vector<Page> lay_out_card(const Document& document, const typeset::Typesetter& typesetter) {
    const Area area = area_of(document);
    const Reach reach = reach_of(document.size, document.margins);
    const double top = std::max(card_margin, reach.top);
    const double left = std::clamp((document.size.width - block_width) / 2, reach.left,
                                   std::max(reach.left, reach.right - block_width));
    const Setter wide(typesetter, document, area.width);
    const Setter panel_setter(typesetter, document, panel_inner_width);
    const Piece foot = set_foot(wide, document);
    const Piece fold = set_fold(wide, document);

    std::pmr::vector<Piece> blocks;
    const bool mirrored = wide.first_side() == typeset::Direction::right_to_left;
    for (auto& panels : arrange(panel_setter, document)) blocks.push_back(set_block(std::move(panels), mirrored));

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
