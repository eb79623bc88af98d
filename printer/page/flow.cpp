#include "printer/page/flow.h"

#include <algorithm>
#include <iterator>

namespace pocketplan::page {
namespace {

// Where each page begins, by the place of its first piece, and how much of its gaps that takes.
struct Breaks {
    std::pmr::vector<std::size_t> begins;
    double share = 1;
};

// How many pieces from `begin` must stand together: a heading and what it heads.
std::size_t end_of_group(const Stack& stack, std::size_t begin) {
    std::size_t end = begin;
    while (end + 1 < stack.size() && stack[end].piece.keep_with_next) ++end;
    return end + 1;
}

// Where gaps have this share of their height.
double height_of(const Stacked& stacked, double share) {
    const double height = stacked.piece.height;
    if (stacked.least_height == 0) return height;
    return std::max(std::min(stacked.least_height, height), height * (1 + share) / 2);
}

double height_of(const Stack& stack, std::size_t begin, std::size_t end, double share) {
    double height = 0;
    for (std::size_t i = begin; i < end; ++i) {
        height += height_of(stack[i], share) + (i == begin ? 0 : share * stack[i].piece.gap);
    }
    return height;
}

double height_of_header(const Stacked& stacked) {
    return stacked.repeated_header ? stacked.repeated_header->height : 0;
}

Breaks break_pages(const Stack& stack, double page_height, double share) {
    Breaks breaks{{0}, share};
    double filled = 0;
    for (std::size_t begin = 0; begin < stack.size();) {
        std::size_t end = end_of_group(stack, begin);
        double height = height_of(stack, begin, end, share);
        if (height + height_of_header(stack[begin]) > page_height) {
            end = begin + 1;
            height = height_of(stack[begin], share);
        }
        const bool at_top = begin == breaks.begins.back();
        const double gap = at_top ? 0 : share * stack[begin].piece.gap;
        if (!at_top && filled + gap + height > page_height) {
            breaks.begins.push_back(begin);
            filled = height_of_header(stack[begin]) + height;
        } else {
            filled += gap + height;
        }
        begin = end;
    }
    return breaks;
}

// The loosest that takes the fewest pages.
Breaks choose_breaks(const Stack& stack, double page_height) {
    Breaks best = break_pages(stack, page_height, 1);
    for (const double share : {0.75, 0.5}) {
        if (best.begins.size() == 1) break;
        auto tighter = break_pages(stack, page_height, share);
        if (tighter.begins.size() < best.begins.size()) best = std::move(tighter);
    }
    return best;
}

bool leave_out_a_spare(Stack& stack) {
    const auto last = std::find_if(stack.rbegin(), stack.rend(), [](const Stacked& stacked) { return stacked.spare; });
    if (last == stack.rend()) return false;
    stack.erase(std::next(last).base());
    return true;
}

// Leaves out as few spare rows as save a page; none where that takes more than there are.
void leave_out_spares(Stack& stack, double page_height) {
    const auto pages = choose_breaks(stack, page_height).begins.size();
    if (pages == 1) return;
    Stack fewer = stack;
    while (leave_out_a_spare(fewer)) {
        if (choose_breaks(fewer, page_height).begins.size() == pages) continue;
        stack = std::move(fewer);
        return;
    }
}

// Cells of a row are frames.
void lower(Piece& row, double height) {
    for (auto& mark : row.marks) {
        if (auto* const frame = std::get_if<Frame>(&mark)) frame->height = height;
    }
    row.height = height;
}

void put(FilledPage& filled, Piece piece, double left, double gap) {
    filled.bottom += gap + piece.height;
    const double top = filled.bottom - piece.height;
    append(filled.page, std::move(piece), left, top);
}

}  // namespace

std::pmr::vector<FilledPage> fill_pages(Stack stack, PaperSize size, const Area& area) {
    leave_out_spares(stack, area.bottom - area.top);
    const Breaks breaks = choose_breaks(stack, area.bottom - area.top);
    std::pmr::vector<FilledPage> pages;
    for (std::size_t at = 0; at < stack.size(); ++at) {
        const bool begins = pages.size() < breaks.begins.size() && breaks.begins[pages.size()] == at;
        if (begins) pages.push_back({{size, {}}, area.top});
        auto& piece = stack[at].piece;
        auto& header = stack[at].repeated_header;
        if (begins && header) put(pages.back(), std::move(*header), area.left, 0);
        if (stack[at].least_height > 0) lower(piece, height_of(stack[at], breaks.share));
        const double gap = begins ? 0 : breaks.share * piece.gap;
        put(pages.back(), std::move(piece), area.left, gap);
    }
    return pages;
}

}  // namespace pocketplan::page
