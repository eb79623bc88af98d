#include "content/condition.h"

#include <gtest/gtest.h>

#include "content/interview.h"
#include "tests/content/tiny_library.h"

namespace pocketplan::content {
namespace {

class ConditionTest : public testing::Test {
protected:
    [[nodiscard]] bool says(std::string_view text) const {
        return holds(parse_condition(text, library, names).value(), answers, shown_questions(library, answers));
    }
    [[nodiscard]] ConditionFault fault(std::string_view text) const {
        return parse_condition(text, library, names).error();
    }

    Library library = make_tiny_library();
    Answers answers{library.questions.size()};
    NamedConditions names{{"wet", parse_condition("water is yes", library, {}).value()}};
};

TEST_F(ConditionTest, SkippedIsNotTheSameAsNotShown) {
    EXPECT_TRUE(says("water is skipped"));
    EXPECT_FALSE(says("rooms is skipped"));
    choose(answers, library, "water", {"yes"});
    EXPECT_TRUE(says("rooms is skipped"));
}

TEST_F(ConditionTest, NoneOfTheseIsAnAnswer) {
    choose(answers, library, "water", {"yes"});
    choose(answers, library, "rooms", {});
    EXPECT_TRUE(says("rooms is answered"));
    EXPECT_FALSE(says("rooms is skipped"));
    EXPECT_FALSE(says("rooms has any of (cellar, attic)"));
}

TEST_F(ConditionTest, NotBindsTighterThanAndThanOr) {
    choose(answers, library, "water", {"no"});
    EXPECT_TRUE(says("always or never and never"));
    EXPECT_FALSE(says("(always or never) and never"));
    EXPECT_TRUE(says("not never and always"));
    EXPECT_FALSE(says("not (never or always)"));
    EXPECT_TRUE(says("not wet and water in (no, skipped)"));
}

TEST_F(ConditionTest, ListsMayNameSkipped) {
    EXPECT_TRUE(says("water in (no, skipped)"));
    choose(answers, library, "water", {"yes"});
    EXPECT_TRUE(says("rooms has any of (attic, skipped)"));
    choose(answers, library, "rooms", {"cellar"});
    EXPECT_FALSE(says("rooms has any of (attic, skipped)"));
}

TEST_F(ConditionTest, AnAnswerToAHiddenQuestionSaysNothing) {
    choose(answers, library, "rooms", {"cellar"});
    EXPECT_FALSE(says("rooms has cellar"));
    EXPECT_FALSE(says("boat is skipped"));
    EXPECT_TRUE(says("not rooms has cellar"));
}

TEST_F(ConditionTest, FaultsNameTheirPlace) {
    EXPECT_EQ(fault("water is yes and rain is yes").column, 17U);
    EXPECT_EQ(fault("water is maybe").message, "expected an option of water, found 'maybe'");
    EXPECT_EQ(fault("water is yes or").message,
              "expected a question that is asked above, or a named condition, found the end");
    for (const char* bad : {"", "water", "water in ()", "(water is yes", "water is yes)", "water is yes water is no",
                            "water in (yes", "rooms has any (attic)", "% is yes"}) {
        EXPECT_FALSE(parse_condition(bad, library, names)) << bad;
    }
}

TEST_F(ConditionTest, ALetterThatMeansNothingIsNamedWhole) {
    EXPECT_EQ(fault("water is ñandú").message, "expected an option of water, found 'ñ'");
    EXPECT_EQ(fault("water is yes 和").message, "expected the end, 'and' or 'or', found '和'");
}

TEST_F(ConditionTest, DeepOnesAreRefusedNotCrashedOn) {
    EXPECT_FALSE(parse_condition(std::string(100000, '('), library, names));
    std::string nots;
    for (int i = 0; i < 100000; ++i) nots += "not ";
    EXPECT_FALSE(parse_condition(nots + "always", library, names));
}

}  // namespace
}  // namespace pocketplan::content
