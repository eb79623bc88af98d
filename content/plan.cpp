#include "content/plan.h"

#include <algorithm>

#include "content/interview.h"

namespace pocketplan::content {
namespace {

// What decides whether something is said: these answers, or nothing at all (a topic says every branch).
class Judge {
public:
    explicit Judge(Shown shown, const Answers* answers) : shown_(std::move(shown)), answers_(answers) {}
    [[nodiscard]] bool holds(const Condition& condition) const {
        return answers_ == nullptr || content::holds(condition, *answers_, shown_);
    }

private:
    Shown shown_;
    const Answers* answers_;
};

std::optional<TextIndex> choose(const std::vector<TextChoice>& texts, const Judge& judge) {
    const auto chosen =
        std::find_if(texts.begin(), texts.end(), [&](const TextChoice& text) { return judge.holds(text.when); });
    return chosen == texts.end() ? std::nullopt : std::optional(chosen->text);
}

const Placement* placement_on(const Advice& advice, const Paper& paper, const Section& section, const Judge& judge) {
    const auto here = std::find_if(advice.placements.begin(), advice.placements.end(), [&](const Placement& p) {
        return p.paper == paper.id && p.section == section.id && judge.holds(p.when);
    });
    return here == advice.placements.end() ? nullptr : &*here;
}

bool bound_to_a_block(const Section& section, AdviceIndex advice) {
    return std::any_of(section.blocks.begin(), section.blocks.end(), [&](const Block& block) {
        return block.advice == advice || std::find(block.only.begin(), block.only.end(), advice) != block.only.end();
    });
}

void gather_items(PlanBlock& planned, const Paper& paper, const Section& section, const Library& library,
                  const Judge& judge) {
    const auto& only = planned.block->only;
    for (std::size_t at = 0; at < library.advice.size(); ++at) {
        const auto index = static_cast<AdviceIndex>(at);
        const bool wanted =
            only.empty() ? !bound_to_a_block(section, index) : std::find(only.begin(), only.end(), index) != only.end();
        if (!wanted) continue;
        if (const auto* placement = placement_on(library.advice[at], paper, section, judge)) {
            planned.items.push_back({index, placement->text});
        }
    }
}

// Unset if the block has nothing to say.
std::optional<PlanBlock> plan_block(const Block& block, const Paper& paper, const Section& section,
                                    const Library& library, const Judge& judge) {
    if (!judge.holds(block.when)) return std::nullopt;
    PlanBlock planned;
    planned.block = &block;
    if (block.kind == Block::Kind::local && !block.blank && library.contacts(block.local).empty()) return std::nullopt;
    if (block.kind == Block::Kind::items) {
        gather_items(planned, paper, section, library, judge);
        if (planned.items.empty()) return std::nullopt;
    }
    if (block.advice) {
        const auto& advice = library.advice[static_cast<std::size_t>(*block.advice)];
        const auto* placement = placement_on(advice, paper, section, judge);
        if (placement == nullptr) return std::nullopt;
        planned.items.push_back({*block.advice, placement->text});
    }
    return planned;
}

PlanSection plan_section(const Section& section, const Paper& paper, const Library& library, const Judge& judge) {
    PlanSection planned;
    planned.section = &section;
    if (!judge.holds(section.when)) return planned;
    planned.heading = choose(section.headings, judge);
    for (const auto& block : section.blocks) {
        if (auto said = plan_block(block, paper, section, library, judge)) planned.blocks.push_back(std::move(*said));
    }
    return planned;
}

PlanPaper plan_paper(const Paper& paper, const Library& library, const Judge& judge) {
    PlanPaper planned;
    planned.paper = &paper;
    planned.note = choose(paper.notes, judge);
    for (const auto& section : paper.sections) {
        auto said = plan_section(section, paper, library, judge);
        if (!said.blocks.empty()) planned.sections.push_back(std::move(said));
    }
    return planned;
}

}  // namespace

Plan make_plan(const Answers& answers, const Library& library) {
    const Judge judge(shown_questions(library, answers), &answers);
    Plan plan;
    for (const auto& paper : library.papers) {
        if (!judge.holds(paper.when)) continue;
        auto planned = plan_paper(paper, library, judge);
        if (!planned.sections.empty()) plan.papers.push_back(std::move(planned));
    }
    return plan;
}

PlanPaper make_topic(const Paper& topic, const Library& library) {
    return plan_paper(topic, library, Judge({}, nullptr));
}

}  // namespace pocketplan::content
