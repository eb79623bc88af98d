#pragma once

#include "content/answers.h"
#include "content/compiler/compile.h"

namespace pocketplan::proof {

// What the author of a valid pack should know, but need not act on: drafts and their progress, sources that nobody
// checked in time, a card that becomes two.
content::compiler::Faults notices_of(const content::compiler::Pack& pack, const content::Date& today);

}  // namespace pocketplan::proof
