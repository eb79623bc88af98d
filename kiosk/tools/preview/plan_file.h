#pragma once

#include "content/plan.h"
#include "printer/pdf/pdf.h"

namespace pocketplan::preview {

// plan.json: which advice is on which paper, by id and fact, in printed order; what is on every page is not repeated.
pdf::Bytes plan_file(const content::Plan& plan, const content::Library& library);

}  // namespace pocketplan::preview
