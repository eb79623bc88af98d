#pragma once

#include "content/plan.h"
#include "printer/pdf/pdf.h"

namespace pocketplan::preview {

// plan.json: which advice stands on which paper, by id and fact, in the order printed; what stands on every page is
// not told again.
pdf::Bytes plan_file(const content::Plan& plan, const content::Library& library);

}  // namespace pocketplan::preview
