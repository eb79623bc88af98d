#include "kiosk/papers/stack.h"

#include <iterator>

namespace pocketplan::papers {

std::pmr::vector<page::Page> merge(std::pmr::vector<ComposedPaper> papers, const Wishes& wishes) {
    std::pmr::vector<page::Page> pages;
    for (auto& paper : papers) std::move(paper.pages.begin(), paper.pages.end(), std::back_inserter(pages));
    return page::is_roll(wishes.size) ? page::join_strips(std::move(pages)) : std::move(pages);
}

std::pmr::vector<ComposedPaper> stack_of_visit(const content::Answers& answers, const content::Library& library,
                                               const Wishes& wishes, const typeset::Typesetter& typesetter) {
    auto stack = compose_visit(answers, library, wishes, typesetter);
    if (stack.empty() || covers_of(wishes) == 0) return stack;
    int all = 2 * covers_of(wishes);
    for (const auto& paper : stack) all += static_cast<int>(paper.pages.size());
    stack.insert(stack.begin(), {nullptr, compose_cover(1, all, library, wishes, typesetter), Said::nothing});
    stack.push_back({nullptr, compose_cover(all, all, library, wishes, typesetter), Said::nothing});
    return stack;
}

std::pmr::vector<page::Page> pages_of_visit(const content::Answers& answers, const content::Library& library,
                                            const Wishes& wishes, const typeset::Typesetter& typesetter) {
    return merge(stack_of_visit(answers, library, wishes, typesetter), wishes);
}

}  // namespace pocketplan::papers
