#include "kiosk/visit/to_print.h"

#include <algorithm>

#include "content/plan.h"

namespace pocketplan::visit {

bool anything_to_print(const Visit& visit, const content::Library& library) {
    if (visit.topic_sheet) return true;
    const content::Answers none(library.questions.size());
    const auto plan = content::make_plan(visit.blank ? none : visit.answers, library);
    return std::any_of(plan.papers.begin(), plan.papers.end(), [&](const content::PlanPaper& planned) {
        const auto at = static_cast<std::size_t>(planned.paper - library.papers.data());
        return (visit.papers_left_out >> at & 1U) == 0;
    });
}

}  // namespace pocketplan::visit
