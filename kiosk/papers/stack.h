#pragma once

#include <memory_resource>
#include <vector>

#include "kiosk/papers/compose.h"

namespace pocketplan::papers {

// All pages in the order they are printed. A stack's first and last sheets, one of which lies on top, have nothing on
// them that the visitor typed, as far as there are such sheets (docs/decisions/0006). A roll keeps the pack's order,
// and its papers become one strip.
std::pmr::vector<page::Page> merge(std::pmr::vector<ComposedPaper> papers, const Wishes& wishes);

// Everything that is printed for a visit: its papers, merged, and between covers where that is wished. A roll has no
// covers: all of it is seen as it comes out.
std::pmr::vector<page::Page> pages_of_visit(const content::Answers& answers, const content::Library& library,
                                            const Wishes& wishes, const typeset::Typesetter& typesetter);

}  // namespace pocketplan::papers
