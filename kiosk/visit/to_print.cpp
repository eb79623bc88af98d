#include "kiosk/visit/to_print.h"

#include <algorithm>

namespace pocketplan::visit {

content::Plan plan_of(const Visit& visit, const content::Library& library) {
    if (!visit.wants<BlankPlan>()) return content::make_plan(visit.answers, library);
    return content::make_plan(content::Answers(library.questions.size()), library);
}

bool is_left_out(const Visit& visit, const content::Library& library, const content::Paper& paper) {
    const auto at = static_cast<std::size_t>(&paper - library.papers.data());
    return (visit.papers_left_out >> at & 1U) != 0;
}

std::optional<int> renumbered(int picture, const Stack& before, const Stack& after) {
    for (std::size_t paper = 0; paper < before.of_paper.size(); ++paper) {
        const int nth = picture - before.of_paper[paper].first;
        if (nth < 0 || nth >= before.of_paper[paper].count || after.of_paper[paper].count == 0) continue;
        return after.of_paper[paper].first + std::min(nth, after.of_paper[paper].count - 1);
    }
    return std::nullopt;
}

bool anything_to_print(const Visit& visit, const content::Library& library) {
    if (visit.wants<TopicSheet>()) return true;
    const auto plan = plan_of(visit, library);
    return std::any_of(plan.papers.begin(), plan.papers.end(),
                       [&](const content::PlanPaper& planned) { return !is_left_out(visit, library, *planned.paper); });
}

}  // namespace pocketplan::visit
