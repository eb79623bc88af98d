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

template <class Checked>
EntryFault fault_of(const Checked& checked) {
    return checked.error();
}

std::string phone_of(std::string_view typed) {
    const auto taken = take_phone(typed);
    return taken ? std::string(taken->view()) : std::string(text_id(taken.error()));
}

TEST(EntryCheck, APhoneIsKeptAsItWasTyped) {
    for (const char* phone :
         {"211", "988", "555-0100", "+502 (2) 555.0100 x12", "202-555-0100 ext. 5", "202-555-0100 Ext 5",
          "202-555-0100 extension 12345", "2025550100X5", "202-555-0100 #5", "*67 202 555 0100", "(212) 555-0143",
          "0044 20 7946 0958", "+52 1 55 5555 0143", "12345678901234567890", "+1 202 555 0143 x12345"}) {
        EXPECT_EQ(phone_of(phone), phone);
    }
    EXPECT_EQ(phone_of(" 555-0100  "), "555-0100");
    EXPECT_EQ(phone_of("   "), "") << "nothing was said";
}

TEST(EntryCheck, APhoneHas3To20Digits) {
    for (const char* few : {"21", "1", "+1", "(2)"}) EXPECT_EQ(phone_of(few), "fault.too_few_digits");
    EXPECT_EQ(phone_of("123456789012345678901"), "fault.too_many_digits");
    EXPECT_EQ(phone_of("1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7"), "fault.too_long");
}

TEST(EntryCheck, WhatIsNoPhoneIsRefused) {
    for (const char* bad :
         {"555-0100a", "call me", "------- 1234567 x x x", "-------", "555-0100 x", "x5", "x 555-0100",
          "555-0100 x5 x6", "555-0100 ext", "ext. 5550100", "555-0100 extra 5", "1234567 x x x"}) {
        EXPECT_EQ(phone_of(bad), "fault.not_a_digit") << bad;
    }
    EXPECT_EQ(phone_of("\u200e+1 202\u2011555\u20110143\u202c"), "fault.control_character");
}

TEST(EntryCheck, APhoneOfAnyKeyboardIsDialledInAscii) {
    EXPECT_EQ(phone_of("٢٠٢٥٥٥٠١٤٣"), "2025550143");
    EXPECT_EQ(phone_of("۲۰۲-۵۵۵-۰۱۴۳"), "202-555-0143") << "Persian";
    EXPECT_EQ(phone_of("२०२ ५५५ ०१४३"), "202 555 0143") << "Devanagari";
    EXPECT_EQ(phone_of("২০২৫৫৫০১৪৩"), "2025550143") << "Bengali";
    EXPECT_EQ(phone_of("੨੦੨੫੫੫੦੧੪੩"), "2025550143") << "Gurmukhi";
    EXPECT_EQ(phone_of("＋１（２１２）５５５－０１４３"), "+1(212)555-0143") << "full width";
    EXPECT_EQ(phone_of("+1 202‑555–0143"), "+1 202-555-0143") << "no-break hyphen, en dash";
    EXPECT_EQ(phone_of("+1\u00a0202\u00a0555\u00a00143"), "+1 202 555 0143") << "no-break spaces";
}

TEST(EntryCheck, ANumberHasAsManyDigitsAsItsQuestionSays) {
    const auto library = make_tiny_library();
    const auto& number = library.question(question(library, "number"));
    EXPECT_EQ(take_number("012-345-678", number)->view(), "012-345-678");
    EXPECT_EQ(take_number("٠١٢٣٤٥٦٧٨", number)->view(), "012345678");
    EXPECT_TRUE(take_number(" ", number)->empty());
    EXPECT_EQ(fault_of(take_number("123456", number)), EntryFault::too_few_digits);
    EXPECT_EQ(fault_of(take_number("0123456789", number)), EntryFault::too_many_digits);
    EXPECT_EQ(take_number("A 012-345-678", number)->view(), "012-345-678") << "as it is printed";
    EXPECT_EQ(take_number("a1234567", number)->view(), "1234567");
    for (const char* other : {"B1234567", "AA1234567", "1234567A", "A"}) {
        EXPECT_EQ(fault_of(take_number(other, number)), EntryFault::not_a_digit) << other;
    }
}

TEST(EntryCheck, TextCountsWhatAPersonCountsAndRefusesWhatHasNoPlaceOnPaper) {
    EXPECT_TRUE(take_text("ليلى", 4));
    EXPECT_TRUE(take_text("Jose\u0301", 4)) << "a letter and its accent are one";
    EXPECT_EQ(fault_of(take_text("José", 3)), EntryFault::too_long);
    for (const char* bad : {"a\nb", "a\u202Eb", "a\u2069b", "a\u2028b", "\x7F", "a\xFF"}) {
        EXPECT_EQ(fault_of(take_text(bad, 9)), EntryFault::control_character);
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
