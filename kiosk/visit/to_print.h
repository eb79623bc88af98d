#pragma once

#include "content/library.h"
#include "content/plan.h"
#include "kiosk/visit/visit.h"

namespace pocketplan::visit {

// The plan as it would be printed or copied: of the visitor's answers, or of none where a blank one is wanted.
content::Plan plan_of(const Visit& visit, const content::Library& library);
bool is_left_out(const Visit& visit, const content::Library& library, const content::Paper& paper);
// Whether anything would be printed from the review.
bool anything_to_print(const Visit& visit, const content::Library& library);

}  // namespace pocketplan::visit
