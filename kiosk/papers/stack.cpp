#include "kiosk/papers/stack.h"

#include <algorithm>
#include <iterator>

namespace pocketplan::papers {
namespace {

// Papers with words of the visitor's go inside. Printers that stack face down, and those that stack face up, in order
// or in reverse, show the back of the last sheet, its face, or that of the first.
void turn_words_inside(std::pmr::vector<ComposedPaper>& papers) {
    const auto has_words = [](const ComposedPaper& paper) { return paper.said == Said::words; };
    const auto neutral = std::stable_partition(papers.begin(), papers.end(), has_words);
    if (neutral != papers.begin() && std::distance(neutral, papers.end()) > 1) {
        std::rotate(papers.begin(), neutral, std::next(neutral));
    }
}

}  // namespace

std::pmr::vector<page::Page> merge(std::pmr::vector<ComposedPaper> papers, const Wishes& wishes) {
    const bool roll = page::is_roll(wishes.size);
    if (!roll) turn_words_inside(papers);
    std::pmr::vector<page::Page> pages;
    for (auto& paper : papers) std::move(paper.pages.begin(), paper.pages.end(), std::back_inserter(pages));
    return roll ? page::join_strips(std::move(pages)) : std::move(pages);
}

std::pmr::vector<page::Page> pages_of_visit(const content::Answers& answers, const content::Library& library,
                                            const Wishes& wishes, const typeset::Typesetter& typesetter) {
    auto pages = merge(compose_visit(answers, library, wishes, typesetter), wishes);
    switch (wishes.cover) {
        case Cover::none:
            return pages;
        case Cover::around:
            break;
    }
    if (page::is_roll(wishes.size) || pages.empty()) return pages;
    const int all = static_cast<int>(pages.size()) + 2;
    const auto cover = page::lay_out(cover_document(all, library, wishes), typesetter);
    pages.insert(pages.begin(), cover.begin(), cover.end());
    pages.insert(pages.end(), cover.begin(), cover.end());
    return pages;
}

}  // namespace pocketplan::papers
