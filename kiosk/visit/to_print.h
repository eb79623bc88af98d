#pragma once

#include "content/library.h"
#include "kiosk/visit/visit.h"

namespace pocketplan::visit {

// Whether anything would be printed from the review.
bool anything_to_print(const Visit& visit, const content::Library& library);

}  // namespace pocketplan::visit
