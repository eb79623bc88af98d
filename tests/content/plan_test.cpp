#include "content/plan.h"

#include <gtest/gtest.h>

#include "tests/content/tiny_library.h"

namespace pocketplan::content {
namespace {

class PlanTest : public testing::Test {
protected:
    // "sheet: first[Wet](leave)(captain-line)" and so on, one paper per line.
    [[nodiscard]] std::string outline() const {
        std::string text;
        for (const auto& paper : make_plan(answers, library).papers) text += outline_of(paper) + "\n";
        return text;
    }
    [[nodiscard]] std::string outline_of(const PlanPaper& paper) const {
        std::string text = paper.paper->id + ":";
        for (const auto& section : paper.sections) {
            text += " " + section.section->id;
            if (section.heading) text += "[" + std::string(library.text(LanguageIndex(0), *section.heading)) + "]";
            for (const auto& block : section.blocks) {
                text += "(";
                for (const auto& item : block.items) {
                    text += (text.back() == '(' ? "" : " ") + library.advice[static_cast<std::size_t>(item.advice)].id;
                }
                text += ")";
            }
        }
        return text;
    }

    Library library = make_tiny_library();
    Answers answers{library.questions.size()};
};

TEST_F(PlanTest, ABlankPlanLeavesOutSectionsWithNothingInThem) {
    EXPECT_EQ(outline(), "sheet: first[Dry](captain-line)\n");
}

TEST_F(PlanTest, ItemsFollowTheAnswersAndHeadingsToo) {
    choose(answers, library, "water", {"yes"});
    EXPECT_EQ(outline(), "sheet: first[Wet](leave)(captain-line) second(climb)\n");
}

TEST_F(PlanTest, AFieldWhoseAdviceDoesNotHoldIsLeftOut) {
    choose(answers, library, "water", {"yes"});
    choose(answers, library, "rooms", {"cellar"});
    choose(answers, library, "boat", {"no"});
    EXPECT_EQ(outline(), "sheet: first[Wet](leave)\n");
}

TEST_F(PlanTest, APaperStandsOnlyWhereItsConditionHolds) {
    choose(answers, library, "water", {"yes"});
    choose(answers, library, "rooms", {"cellar", "attic"});
    choose(answers, library, "boat", {"yes"});
    EXPECT_EQ(outline(), "sheet: first[Wet](leave)(captain-line) second(climb)\nboats: log()\n");
}

TEST_F(PlanTest, AnAnswerToAHiddenQuestionDoesNotCount) {
    choose(answers, library, "water", {"no"});
    choose(answers, library, "rooms", {"attic"});
    choose(answers, library, "boat", {"yes"});
    EXPECT_EQ(outline(), "sheet: first[Dry](captain-line)\n");
}

TEST_F(PlanTest, TheNoteUnderATitleFollowsTheAnswers) {
    const auto note = [&] { return library.text(LanguageIndex{}, make_plan(answers, library).papers[0].note.value()); };
    EXPECT_EQ(note(), "Keep this.");
    choose(answers, library, "water", {"yes"});
    choose(answers, library, "rooms", {"cellar"});
    choose(answers, library, "boat", {"yes"});
    EXPECT_EQ(note(), "Keep this dry.");
}

TEST_F(PlanTest, ATopicTellsAllBranches) {
    EXPECT_EQ(outline_of(make_topic(library.topics[0], library)), "learn: all(leave climb)");
}

}  // namespace
}  // namespace pocketplan::content
