// Stories: what a pack says about its own papers is compared with what is printed.

#include "tests/content/flood_copy.h"

namespace pocketplan::content::compiler {
namespace {

class StoryTest : public FloodCopy {
protected:
    void expect_good(const std::string& story) const {
        write("stories.yaml", story);
        EXPECT_EQ(faults(), std::vector<std::string>{}) << story;
    }
    void expect_only(const std::string& story, const std::string& line) const {
        write("stories.yaml", story);
        EXPECT_EQ(faults(), std::vector<std::string>{line}) << story;
    }
};

TEST_F(StoryTest, GoodStoriesAreKeptWithTheirAnswers) {
    write("stories.yaml",
          "- story: near the river\n"
          "  answers: {water: yes, boat: {name: Noé, phone: 555-0199 77}}\n"
          "  papers:\n"
          "    sheet: {exactly: [W1, W2], says: [go-uphill], never: [W4]}\n"
          "  sheets: 1\n"
          "- story: on the hill\n"
          "  answers: {water: \"no\"}\n"
          "  papers: {sheet: {says: [W2], never: [W1]}}\n");
    const auto pack = compile(folder / "flood");
    ASSERT_TRUE(pack) << describe(pack.error());
    ASSERT_EQ(pack->stories.size(), 2U);
    EXPECT_EQ(pack->stories[0].name, "near the river");
    EXPECT_EQ(pack->stories[0].sheets, 1);
    EXPECT_EQ(pack->stories[0].sheets_place.line, 5);
    const auto boat = pack->library.find_question("boat").value();
    EXPECT_EQ(std::get<People>(pack->stories[0].answers[boat]).front().name.view(), "Noé");
    EXPECT_FALSE(pack->stories[1].answers.answered(boat));
    EXPECT_FALSE(pack->stories[1].sheets);
}

TEST_F(StoryTest, SomebodyWhoSkippedEverythingHasNoAnswers) {
    expect_good("- {story: silent, answers: {}, papers: {sheet: {exactly: [W1, W2]}}}\n");
}

TEST_F(StoryTest, AnswersThatHoldThemselvesOrMillionsAreRefused) {
    std::string millions = "{a0: &a0 [x, x, x, x, x, x, x, x, x]";
    for (int level = 1; level < 12; ++level) {
        const auto below = "*a" + std::to_string(level - 1);
        const auto name = "a" + std::to_string(level);
        millions += ", " + name + ": &" + name + " [" + below;
        for (int times = 1; times < 9; ++times) millions += ", " + below;
        millions += "]";
    }
    for (const auto& answers : {std::string("&a [*a]"), std::string("&a {boat: *a}"), millions + "}"}) {
        write("stories.yaml", "- {story: endless, answers: " + answers + ", papers: {sheet: {never: [W4]}}}\n");
        expect_fault("stories.yaml:1: ", "'answers' holds too much; write out what *aliases stand for");
    }
}

struct Told {
    const char* expected;  // after "answers: "
    const char* fault;
};

TEST_F(StoryTest, WhatAPaperSaysOtherwiseIsToldWithStoryAndPaper) {
    const std::string story = "- story: on the hill\n  answers: {water: \"no\"}\n  papers:\n    sheet: ";
    for (const auto& [expected, fault] :
         {Told{"{says: [W1, W2]}", "does not say W1; correct the conditions or the story"},
          Told{"{says: [go-uphill]}", "does not say go-uphill; correct the conditions or the story"},
          Told{"{exactly: [W1, W2]}", "does not say W1; correct the conditions or the story"},
          Told{"{exactly: []}", "should not say W2 (call-first); correct the conditions or the story"},
          Told{"{never: [W2]}", "should not say W2; correct the conditions or the story"},
          Told{"{never: [call-first]}", "should not say call-first; correct the conditions or the story"}}) {
        expect_only(story + expected + "\n",
                    std::string("stories.yaml:4: story 'on the hill': the paper 'sheet' ") + fault);
    }
}

TEST_F(StoryTest, APaperThatIsPrintedOrNotAgainstTheStoryIsTold) {
    expect_only("- {story: a, answers: {}, not_printed: [sheet]}\n",
                "stories.yaml:1: story 'a': the paper 'sheet' is printed; correct its 'when' or the story");
    replace("papers.yaml", "  - id: sheet", "  - id: sheet\n    when: water is yes");
    replace("advice.yaml", "when: near or water is skipped", "when: near");
    expect_good("- {story: a, answers: {}, not_printed: [sheet]}\n");
    expect_only("- {story: a, answers: {}, papers: {sheet: {says: [W1]}}}\n",
                "stories.yaml:1: story 'a': the paper 'sheet' is not printed; correct its 'when' or the story");
}

TEST_F(StoryTest, AStoryThatCannotBeReadIsToldInOneLineWithItsRemedy) {
    const std::string papers = ", papers: {sheet: {says: [W2]}}}\n";
    for (const auto& [story, fault] :
         {std::pair<std::string, std::string>{"- {story: a, answers: {water: maybe}" + papers,
                                              "story 'a': water: expected one of yes, no, found \"maybe\""},
          {"- {story: a, answers: {rain: yes}" + papers,
           "story 'a': rain: expected the id of a question; there is none of that name"},
          {"- {story: a, answers: {boat: {phone: 12}}" + papers,
           "story 'a': boat.phone: expected a phone number of 3 to 20 digits, found \"12\""},
          {"- {story: a" + papers, "'answers' is missing; {} is a visitor who skipped everything"},
          {"- {answers: {}" + papers, "'story' is missing"},
          {"- {story: a, answers: {}}\n", "story 'a': nothing is expected; write papers, not_printed or sheets"},
          {"- {story: a, answers: {}, papers: {sheet: {says: [W9]}}}\n",
           "story 'a': advice.yaml has no fact or advice 'W9'"},
          {"- {story: a, answers: {}, papers: {sheet: {never: [W3]}}}\n",
           "story 'a': 'W3' is at the foot of every page, which no story asks for"},
          {"- {story: a, answers: {}, papers: {leaf: {says: [W2]}}}\n", "story 'a': papers.yaml has no paper 'leaf'"},
          {"- {story: a, answers: {}, not_printed: [leaf]}\n", "story 'a': papers.yaml has no paper 'leaf'"},
          {"- {story: a, answers: {}, sheets: none}\n", "'sheets' must be a number from 1 to 1000"},
          {"- {story: a, answers: {}, papers: {sheet: {say: [W2]}}}\n",
           "unknown key 'say'; known here: says, never, exactly"}}) {
        expect_only(story, "stories.yaml:1: " + fault);
    }
}

TEST_F(StoryTest, AFaultInTheAnswersHasItsOwnLine) {
    expect_only(
        "- story: a\n  answers:\n    water: \"no\"\n    boat:\n      name: Noé\n      phone: call me\n"
        "  sheets: 1\n",
        "stories.yaml:6: story 'a': boat.phone: expected a phone number of 3 to 20 digits, found \"call me\"");
}

TEST_F(StoryTest, TwoStoriesOfOneNameAreRefused) {
    write("stories.yaml", "- {story: a, answers: {}, sheets: 1}\n- {story: a, answers: {}, sheets: 1}\n");
    expect_fault("stories.yaml:2:", "two stories are called 'a'; rename one");
}

}  // namespace
}  // namespace pocketplan::content::compiler
