#pragma once

#include "content/compiler/compile.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::proof {

// Reports stories whose whole plan, on Letter and in the source language, has another number of pages than they say.
content::compiler::Faults check_sheets(const content::compiler::Pack& pack, const typeset::Typesetter& typesetter);

}  // namespace pocketplan::proof
