#include "kiosk/tools/proof/sheets.h"

#include "kiosk/papers/stack.h"

namespace pocketplan::proof {

content::compiler::Faults check_sheets(const content::compiler::Pack& pack, const typeset::Typesetter& typesetter) {
    content::compiler::Faults faults;
    for (const auto& story : pack.stories) {
        if (!story.sheets) continue;
        const auto pages = papers::pages_of_visit(story.answers, pack.library, {}, typesetter).size();
        if (static_cast<std::size_t>(*story.sheets) == pages) continue;
        faults.push_back({story.sheets_place, "story '" + story.name + "': the plan has " + std::to_string(pages) +
                                                  " sheets, not " + std::to_string(*story.sheets) +
                                                  "; shorten its papers or correct the story"});
    }
    return faults;
}

}  // namespace pocketplan::proof
