#pragma once

#include <vector>

#include "content/compiler/compile.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::proof {

// Reports what does not fit: on any screen at the largest text size on the smallest displays, or on any paper, in any
// language; and characters that none of our fonts has. Each fault names file, line, language and id.
content::compiler::Faults check_fit(const content::compiler::Pack& pack, const typeset::Typesetter& typesetter);

}  // namespace pocketplan::proof
