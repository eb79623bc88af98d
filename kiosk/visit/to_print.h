#pragma once

#include <optional>

#include "content/library.h"
#include "content/plan.h"
#include "kiosk/visit/visit.h"

namespace pocketplan::visit {

// The plan as it would be printed or copied: of the visitor's answers, or of none where a blank one is wanted.
content::Plan plan_of(const Visit& visit, const content::Library& library);
bool is_left_out(const Visit& visit, const content::Library& library, const content::Paper& paper);
// The number that a picture has in another stack of the same papers; unset where it has none there.
std::optional<int> renumbered(int picture, const Stack& before, const Stack& after);
// Whether anything would be printed from the review.
bool anything_to_print(const Visit& visit, const content::Library& library);

}  // namespace pocketplan::visit
