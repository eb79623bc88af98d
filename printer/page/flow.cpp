#include "printer/page/flow.h"

namespace pocketplan::page {
namespace {

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

// Pages being filled, one after another; driven by fill_pages alone.
class Filler {
public:
    Filler(PaperSize size, const Area& area) : size_(size), area_(area) { turn(); }

    [[nodiscard]] bool fits(double gap, double height) const {
        return pages_.back().bottom + (at_top_ ? 0 : gap) + height <= area_.bottom;
    }
    [[nodiscard]] bool at_top() const { return at_top_; }

    void turn() {
        pages_.push_back({{size_, {}}, area_.top});
        at_top_ = true;
    }

    void put(Piece piece) {
        auto& filled = pages_.back();
        if (!at_top_) filled.bottom += piece.gap;
        for (auto& mark : piece.marks) {
            shift(mark, area_.left, filled.bottom);
            filled.page.marks.push_back(std::move(mark));
        }
        filled.bottom += piece.height;
        at_top_ = false;
    }

    std::pmr::vector<FilledPage> take() { return std::move(pages_); }

private:
    PaperSize size_;
    Area area_;
    std::pmr::vector<FilledPage> pages_;
    bool at_top_ = true;
};

}  // namespace

std::pmr::vector<FilledPage> fill_pages(Stack stack, PaperSize size, const Area& area) {
    Filler filler(size, area);
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

}  // namespace pocketplan::page
