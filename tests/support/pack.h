#pragma once

#include "content/library.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::tests {

// The pack that ships, and our fonts, loaded once per test program.
const content::Library& check_in_pack();
const typeset::Typesetter& typesetter();

}  // namespace pocketplan::tests
