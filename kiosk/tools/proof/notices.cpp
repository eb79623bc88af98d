#include "kiosk/tools/proof/notices.h"

#include <algorithm>

#include "content/dates.h"
#include "content/plan.h"
#include "kiosk/tools/pictures/every_screen.h"

namespace pocketplan::proof {
namespace {

using content::compiler::Faults;
using content::compiler::Pack;

void add_drafts(const Pack& pack, Faults& notices) {
    for (std::size_t at = 0; at < pack.library.languages.size(); ++at) {
        if (pack.library.languages[at].review != content::Review::draft) continue;
        notices.push_back({pack.parts.at("language." + pack.library.languages[at].tag),
                           describe(pack.progress[at]) + " are translated; an installed kiosk leaves drafts out"});
    }
}

void add_overdue(const Pack& pack, const content::Date& today, Faults& notices) {
    for (const auto* source : content::overdue_sources(pack.library, today)) {
        notices.push_back(
            {pack.parts.at("source." + source->id), "nobody checked '" + source->id +
                                                        "' by its review_by; its facts print with the day of the "
                                                        "last check until somebody does"});
    }
}

void add_second_cards(const Pack& pack, Faults& notices) {
    constexpr std::size_t panels = 4;
    const auto answers = pictures::sample_answers(pack.library);
    for (const auto& planned : content::make_plan(answers, pack.library).papers) {
        if (planned.paper->form != content::PaperForm::card || planned.sections.size() <= panels) continue;
        notices.push_back({pack.parts.at("paper." + planned.paper->id),
                           "'" + planned.paper->id + "' has " + std::to_string(planned.sections.size()) +
                               " sections for somebody who answers everything, and a card four panels; the rest goes "
                               "onto a second card"});
    }
}

}  // namespace

Faults notices_of(const Pack& pack, const content::Date& today) {
    Faults notices;
    add_drafts(pack, notices);
    add_overdue(pack, today, notices);
    add_second_cards(pack, notices);
    std::sort(notices.begin(), notices.end());
    return notices;
}

}  // namespace pocketplan::proof
