#pragma once

#include <memory_resource>
#include <vector>

#include "content/answers.h"
#include "content/library.h"

namespace pocketplan::content {

struct PlanItem {
    AdviceIndex advice{};
    TextIndex text{};
};

struct PlanBlock {
    const Block* block = nullptr;      // owned by the Library
    std::pmr::vector<PlanItem> items;  // items: those whose condition holds; field and table: the bound advice, if any
};

struct PlanSection {
    const Section* section = nullptr;
    std::optional<TextIndex> heading;
    std::pmr::vector<PlanBlock> blocks;
};

struct PlanPaper {
    const Paper* paper = nullptr;
    std::optional<TextIndex> note;  // under the title
    std::pmr::vector<PlanSection> sections;
};

// What goes on the papers for one visitor, not yet in any language. Points into the Library, which must outlive it.
struct Plan {
    std::pmr::vector<PlanPaper> papers;
};

// Exactly the advice whose conditions hold, on the papers and in the order that the pack says. Pure. Answers to
// questions that are not shown do not count. Empty Answers give the blank plan (every question skipped).
Plan make_plan(const Answers& answers, const Library& library);
// One topic of "Learn", with all its branches: no answer counts.
PlanPaper make_topic(const Paper& topic, const Library& library);

}  // namespace pocketplan::content
