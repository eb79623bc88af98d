#pragma once

#include "content/answers.h"
#include "content/compiler/compile.h"

namespace pocketplan::proof {

// What the author of a good pack should know, and what stops nobody: drafts and how far they are, sources that nobody
// checked in time, a card that becomes two.
content::compiler::Faults notices_of(const content::compiler::Pack& pack, const content::Date& today);

}  // namespace pocketplan::proof
