#pragma once

#include <string>
#include <vector>

#include "content/answers.h"
#include "content/library.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::preview {

// One line for each answer with characters that none of our fonts has, in the order of the interview: the answer's key
// and the characters' numbers, not the words themselves. "contacts[1].name: no font of ours has U+1F642; ..."
std::vector<std::string> missing_glyphs(const content::Answers& answers, const content::Library& library,
                                        const typeset::Typesetter& typesetter);

}  // namespace pocketplan::preview
