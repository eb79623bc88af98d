#pragma once

#include <memory_resource>
#include <vector>

#include "kiosk/papers/compose.h"

namespace pocketplan::papers {

// The pages of papers one after another; on a roll one strip.
std::pmr::vector<page::Page> merge(std::pmr::vector<ComposedPaper> papers, const Wishes& wishes);

// Everything that is printed for a visit, paper by paper in the order it is printed, between covers if they are wished
// for (docs/decisions/0006, 0023): those are of no paper (null).
std::pmr::vector<ComposedPaper> stack_of_visit(const content::Answers& answers, const content::Library& library,
                                               const Wishes& wishes, const typeset::Typesetter& typesetter);
// The pages of it.
std::pmr::vector<page::Page> pages_of_visit(const content::Answers& answers, const content::Library& library,
                                            const Wishes& wishes, const typeset::Typesetter& typesetter);

}  // namespace pocketplan::papers
