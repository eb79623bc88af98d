#pragma once

#include "content/compiler/compile.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::proof {

// Stories whose whole plan, on Letter and in the source language, has other pages than they say.
content::compiler::Faults check_sheets(const content::compiler::Pack& pack, const typeset::Typesetter& typesetter);

}  // namespace pocketplan::proof
