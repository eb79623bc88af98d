#include "content/plan.h"

#include <algorithm>

#include "content/interview.h"

namespace pocketplan::content {

namespace {

// Whose answers decide while a paper is filled.
struct Situation {
    const Answers& answers;
    const Shown& shown;
    [[nodiscard]] bool allows(const Condition& condition) const { return holds(condition, answers, shown); }
};

bool names(const Block& block, AdviceIndex advice) {
    return block.advice == advice || std::find(block.only.begin(), block.only.end(), advice) != block.only.end();
}

bool some_block_names(const Paper& paper, AdviceIndex advice) {
    return std::any_of(paper.sections.begin(), paper.sections.end(), [&](const Section& section) {
        return std::any_of(section.blocks.begin(), section.blocks.end(),
                           [&](const Block& block) { return names(block, advice); });
    });
}

// Fills one paper. Lives for one call of fill_paper.
class PaperFiller {
public:
    PaperFiller(const Paper& paper, const Library& library, const Situation& situation)
        : paper_(paper), library_(library), situation_(situation) {}

    [[nodiscard]] PlanPaper fill() const {
        PlanPaper filled{&paper_, {}};
        for (const auto& section : paper_.sections) {
            if (!situation_.allows(section.when)) continue;
            PlanSection planned{&section, heading_of(section), {}};
            for (const auto& block : section.blocks) add_block(planned, block);
            if (!planned.blocks.empty()) filled.sections.push_back(std::move(planned));
        }
        return filled;
    }

private:
    [[nodiscard]] std::optional<TextIndex> heading_of(const Section& section) const {
        for (const auto& heading : section.headings) {
            if (situation_.allows(heading.when)) return heading.text;
        }
        return std::nullopt;
    }

    void add_block(PlanSection& planned, const Block& block) const {
        if (!situation_.allows(block.when)) return;
        PlanBlock filled{&block, {}};
        if (block.kind == Block::Kind::items) {
            filled.items = items_of(*planned.section, block);
            if (filled.items.empty()) return;
        } else if (block.advice) {
            if (const auto item = said_here(*block.advice, {})) {
                filled.items.push_back(*item);
            } else {
                return;
            }
        }
        planned.blocks.push_back(std::move(filled));
    }

    [[nodiscard]] std::pmr::vector<PlanItem> items_of(const Section& section, const Block& block) const {
        std::pmr::vector<PlanItem> items;
        for (std::size_t place = 0; place < library_.advice.size(); ++place) {
            const auto advice = AdviceIndex(place);
            const bool asked_for = block.only.empty() ? !some_block_names(paper_, advice) : names(block, advice);
            if (!asked_for) continue;
            if (const auto item = said_here(advice, section.id)) items.push_back(*item);
        }
        return items;
    }

    // The item as it is said on this paper in `section` (empty: in any), if its condition there holds.
    [[nodiscard]] std::optional<PlanItem> said_here(AdviceIndex advice, std::string_view section) const {
        for (const auto& placement : library_.advice[static_cast<std::size_t>(advice)].placements) {
            const bool here = placement.paper == paper_.id && (section.empty() || placement.section == section);
            if (here && situation_.allows(placement.when)) return PlanItem{advice, placement.text};
        }
        return std::nullopt;
    }

    const Paper& paper_;
    const Library& library_;
    const Situation& situation_;
};

}  // namespace

Plan make_plan(const Answers& answers, const Library& library) {
    const Shown shown = shown_questions(library, answers);
    const Situation situation{answers, shown};
    Plan plan;
    for (const auto& paper : library.papers) {
        if (!situation.allows(paper.when)) continue;
        PlanPaper filled = PaperFiller(paper, library, situation).fill();
        if (!filled.sections.empty()) plan.papers.push_back(std::move(filled));
    }
    return plan;
}

PlanPaper make_topic(const Paper& topic, const Library& library) {
    const Answers answers(library.questions.size());
    const Shown shown(library.questions.size(), false);
    return PaperFiller(topic, library, Situation{answers, shown}).fill();
}

}  // namespace pocketplan::content
