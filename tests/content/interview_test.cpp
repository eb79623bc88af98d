#include "content/interview.h"

#include <gtest/gtest.h>

#include "tests/content/tiny_library.h"

namespace pocketplan::content {
namespace {

class InterviewTest : public testing::Test {
protected:
    [[nodiscard]] std::string id(std::optional<QuestionIndex> index) const {
        return index ? library.question(*index).id : "end";
    }
    [[nodiscard]] QuestionIndex at(std::string_view name) const { return question(library, name); }

    Library library = make_tiny_library();
    Answers answers{library.questions.size()};
};

TEST_F(InterviewTest, NextPassesOverWhatIsNotShown) {
    EXPECT_EQ(id(next_question(library, answers, {})), "water");
    EXPECT_EQ(id(next_question(library, answers, at("water"))), "phone");
    choose(answers, library, "water", {"yes"});
    EXPECT_EQ(id(next_question(library, answers, at("water"))), "rooms");
}

TEST_F(InterviewTest, BackGoesTheSameWay) {
    EXPECT_EQ(id(previous_question(library, answers, at("phone"))), "water");
    EXPECT_EQ(id(previous_question(library, answers, at("water"))), "end");
    EXPECT_EQ(id(previous_question(library, answers, {})), "land");
}

TEST_F(InterviewTest, AQuestionOfTheReviewHasNoScreenOfItsOwn) {
    EXPECT_EQ(id(next_question(library, answers, at("land"))), "end");
    EXPECT_TRUE(shown_questions(library, answers)[static_cast<std::size_t>(at("signature"))]);
}

TEST_F(InterviewTest, AStaleAnswerIsForgottenWithAllThatHangsOnIt) {
    choose(answers, library, "water", {"yes"});
    choose(answers, library, "rooms", {"cellar"});
    choose(answers, library, "boat", {"yes"});
    answers.set(at("captain"), Words("Ada"));
    answers.set(at("phone"), Words("555 0100"));
    forget_stale(library, answers);
    EXPECT_TRUE(answers.answered(at("captain")));
    choose(answers, library, "water", {"no"});
    forget_stale(library, answers);
    for (const char* gone : {"rooms", "boat", "captain"}) EXPECT_FALSE(answers.answered(at(gone))) << gone;
    EXPECT_TRUE(answers.answered(at("phone")));
}

TEST_F(InterviewTest, AnOptionThatStandsAloneTakesTheOthersBack) {
    const auto& rooms = library.question(at("rooms"));
    Choices choices = toggle(rooms, toggle(rooms, {}, 0), 1);
    EXPECT_EQ(choices.options, 0b0011U);
    choices = toggle(rooms, choices, 2);
    EXPECT_EQ(choices.options, 0b0100U);
    choices = toggle(rooms, choices, 3);
    EXPECT_EQ(choices.options, 0b1000U);
    EXPECT_EQ(toggle(rooms, choices, 0).options, 0b0001U);
    EXPECT_EQ(toggle(rooms, choices, 3).options, 0U);
}

EntryFault fault_of(tl::expected<void, EntryFault> checked) {
    return checked.error();
}

TEST(EntryCheck, APhoneHas7To15Digits) {
    EXPECT_TRUE(check_phone("555-0100"));
    EXPECT_TRUE(check_phone("+502 (2) 555.0100 x12"));
    EXPECT_EQ(fault_of(check_phone("555-010")), EntryFault::too_few_digits);
    EXPECT_EQ(fault_of(check_phone("1234567890123456")), EntryFault::too_many_digits);
    EXPECT_EQ(fault_of(check_phone("555-0100a")), EntryFault::not_a_digit);
    EXPECT_EQ(fault_of(check_phone("٠١٢٣٤٥٦٧")), EntryFault::not_a_digit);
}

TEST(EntryCheck, ANumberHasAsManyDigitsAsItsQuestionSays) {
    const auto library = make_tiny_library();
    const auto& number = library.question(question(library, "number"));
    EXPECT_TRUE(check_number("012-345-678", number));
    EXPECT_EQ(fault_of(check_number("123456", number)), EntryFault::too_few_digits);
    EXPECT_EQ(fault_of(check_number("0123456789", number)), EntryFault::too_many_digits);
    EXPECT_EQ(fault_of(check_number("A1234567", number)), EntryFault::not_a_digit);
}

TEST(EntryCheck, TextCountsCodePointsAndRefusesWhatTurnsALine) {
    EXPECT_TRUE(check_text("ليلى", 4));
    EXPECT_EQ(fault_of(check_text("José", 3)), EntryFault::too_long);
    for (const char* bad : {"a\nb", "a\u202Eb", "a\u2069b", "a\u2028b", "\x7F"}) {
        EXPECT_EQ(fault_of(check_text(bad, 9)), EntryFault::control_character);
    }
}

TEST(EntryCheck, DaysAndTimesExist) {
    EXPECT_TRUE(check_date({2028, 2, 29}));
    for (const Date bad : {Date{2027, 2, 31}, Date{2027, 2, 29}, Date{2027, 13, 1}, Date{2027, 0, 1},
                           Date{2027, 258, 1}, Date{2027, 1, 0}, Date{0, 1, 1}, Date{10000, 1, 1}}) {
        EXPECT_EQ(fault_of(check_date(bad)), EntryFault::no_such_day) << bad.year << ' ' << bad.month << ' ' << bad.day;
    }
    EXPECT_TRUE(check_time({23, 59}));
    EXPECT_EQ(fault_of(check_time({24, 0})), EntryFault::no_such_time);
    EXPECT_EQ(fault_of(check_time({9, -1})), EntryFault::no_such_time);
}

TEST(EntryCheck, EveryFaultHasItsSentence) {
    for (int fault = 0; fault <= static_cast<int>(EntryFault::control_character); ++fault) {
        EXPECT_TRUE(text_id(static_cast<EntryFault>(fault)).starts_with("fault."));
    }
}

}  // namespace
}  // namespace pocketplan::content
