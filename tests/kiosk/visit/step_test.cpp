#include "tests/kiosk/visit/step_test.h"

namespace pocketplan::visit {
namespace {

using namespace std::chrono_literals;

TEST_F(StepTest, EverythingCanBeSkippedToTheReview) {
    begin();
    EXPECT_EQ(asked(), "appointment");
    skip_to_review();
    for (std::size_t i = 0; i < library.questions.size(); ++i) EXPECT_FALSE(visit.answers.answered(QuestionIndex(i)));
}

TEST_F(StepTest, NextWithoutAnAnswerSkips) {
    begin();
    send(Next{});
    EXPECT_EQ(asked(), "appointment_date");
    EXPECT_FALSE(visit.answers.answered(at("appointment")));
}

TEST_F(StepTest, BackGoesTheSameWayAndAtTheFirstQuestionToThePromise) {
    begin();
    choose("none");
    send(Next{});
    EXPECT_EQ(asked(), "situation");
    send(Back{});
    EXPECT_EQ(asked(), "appointment");
    send(Back{});
    EXPECT_EQ(visit.screen, Screen::promise);
    send(Back{});
    EXPECT_EQ(visit.screen, Screen::language);
}

TEST_F(StepTest, AnswersThatNoLongerCountAreForgottenAtOnce) {
    begin();
    skip_to("child");
    choose("yes");
    send(Next{});
    ASSERT_EQ(asked(), "child_pickup");
    send_text(U"Ana");
    send(Next{});
    EXPECT_TRUE(visit.answers.answered(at("child_pickup")));
    skip_to_review();
    send(ChangeAnswer{at("child")});
    choose("no");
    send(Next{});
    EXPECT_EQ(visit.screen, Screen::review);
    EXPECT_FALSE(visit.answers.answered(at("child_pickup")));
}

TEST_F(StepTest, AChangedAnswerAsksOnlyWhatItNewlyAsks) {
    begin();
    skip_to_review();
    send(ChangeAnswer{at("child")});
    choose("yes");
    send(Next{});
    EXPECT_EQ(asked(), "child_pickup");
    send(Skip{});
    EXPECT_EQ(visit.screen, Screen::review);
}

TEST_F(StepTest, AnEntryThatCannotStandSaysWhyAndCanBeSkipped) {
    begin();
    skip_to("helper_facts");
    choose("write");
    send(Next{});
    skip_to("helper_facts.a_number");
    send_text(U"123456");
    send(Next{});
    EXPECT_EQ(asked(), "helper_facts.a_number");
    EXPECT_EQ(visit.entry.fault, content::EntryFault::too_few_digits);
    send(Type{U'7'});
    EXPECT_FALSE(visit.entry.fault);
    send(Next{});
    EXPECT_EQ(words_of("helper_facts.a_number"), "1234567");
    EXPECT_EQ(asked(), "helper_facts.birth_date");
    send(PickDate{DatePart::month, 2});
    send(PickDate{DatePart::day, 31});
    send(PickDate{DatePart::year, 1990});
    send(Next{});
    EXPECT_EQ(visit.entry.fault, content::EntryFault::no_such_day);
    send(Skip{});
    EXPECT_EQ(asked(), "helper_facts.birth_country");
    EXPECT_FALSE(visit.answers.answered(at("helper_facts.birth_date")));
}

TEST_F(StepTest, TwoPeopleCanBeNamedAndTheSecondSkipped) {
    begin();
    skip_to("contacts");
    send_text(U"Ana");
    send(FocusField{EntryField::phone});
    send_text(U"202-555-0101");
    send(Next{});
    EXPECT_EQ(asked(), "contacts");
    EXPECT_EQ(visit.person, 1U);
    EXPECT_TRUE(visit.entry.words.empty());
    send(Skip{});
    EXPECT_EQ(asked(), "child");
    const auto& people = std::get<content::People>(visit.answers[at("contacts")]);
    ASSERT_EQ(people.size(), 1U);
    EXPECT_EQ(people[0].phone.view(), "202-555-0101");
    send(Back{});
    EXPECT_EQ(visit.entry.words.view(), "Ana");
}

TEST_F(StepTest, TypingStopsAtTheLongestEntryAndTakesBackWholeCharacters) {
    begin();
    skip_to("lawyer");
    choose("yes");
    send(Next{});
    for (int i = 0; i < 100; ++i) send(Type{U'س'});
    EXPECT_EQ(visit.entry.words.length(), 40U);
    send(EraseCharacter{});
    EXPECT_EQ(visit.entry.words.length(), 39U);
}

TEST_F(StepTest, EraseEndsFromEveryScreenOfAVisit) {
    begin();
    EXPECT_TRUE(has<EndVisit>(send(Erase{})));
    visit.screen = Screen::learn;
    EXPECT_TRUE(has<EndVisit>(send(Erase{})));
    visit.screen = Screen::goodbye;
    EXPECT_TRUE(send(Erase{}).empty());
}

TEST_F(StepTest, IdleWarnsThenEndsButNeverWhilePaperIsOnItsWay) {
    begin();
    EXPECT_TRUE(send(IdleFor{89s}).empty());
    EXPECT_EQ(visit.overlay, Overlay::none);
    send(IdleFor{90s});
    EXPECT_EQ(visit.overlay, Overlay::idle);
    send(CloseOverlay{});
    EXPECT_EQ(visit.overlay, Overlay::none);
    const auto effects = send(IdleFor{135s});
    ASSERT_TRUE(has<EndVisit>(effects));
    EXPECT_EQ(visit.ended, EndReason::idle);

    skip_to_review();
    send(Print{});
    EXPECT_TRUE(send(IdleFor{9min}).empty());
    EXPECT_TRUE(has<EndVisit>(send(IdleFor{10min}))) << "no wait is without an end";
    send(JobSaid{status::Progress::trouble, status::Trouble::jam, 0});
    EXPECT_TRUE(has<EndVisit>(send(IdleFor{135s})));
}

TEST_F(StepTest, WithoutAVisitIdleOnlyTidiesUp) {
    visit.text_size = TextSize::huge;
    EXPECT_TRUE(send(IdleFor{1h}).empty());
    EXPECT_EQ(visit.text_size, TextSize::normal);
    EXPECT_EQ(visit.screen, Screen::language);
}

TEST_F(StepTest, TheLanguageCanBeChangedAtAnyTimeWithAllAnswersKept) {
    begin();
    choose("isap_home");
    send(OpenLanguages{});
    EXPECT_EQ(visit.overlay, Overlay::languages);
    send(ChooseLanguage{content::LanguageIndex(2)});
    EXPECT_EQ(visit.overlay, Overlay::none);
    EXPECT_EQ(asked(), "appointment");
    EXPECT_EQ(visit.language, content::LanguageIndex(2));
    EXPECT_TRUE(visit.answers.answered(at("appointment")));
}

TEST_F(StepTest, ASecondTouchKeepsASingleAnswer) {
    begin();
    choose("ice_office");
    choose("ice_office");
    EXPECT_TRUE(visit.answers.answered(at("appointment")));
    send(Skip{});
    EXPECT_FALSE(visit.answers.answered(at("appointment"))) << "Skip takes it back";
}

TEST_F(StepTest, AnyEventOnAnyScreenIsTaken) {
    begin();
    for (int screen = 0; screen <= static_cast<int>(Screen::goodbye); ++screen) {
        for (const Event& event :
             {Event(Next{}), Event(Back{}), Event(Skip{}), Event(Type{U'a'}), Event(EraseCharacter{}),
              Event(ToggleOption{99}), Event(NoneOfThese{}), Event(TurnPage{-4}), Event(PickDate{DatePart::day, 3}),
              Event(PickTime{TimePart::hour, 9}), Event(InHand{}), Event(SwitchLayer{}), Event(IdleFor{1s})}) {
            visit.screen = static_cast<Screen>(screen);
            visit.question = at("appointment");
            send(event);
        }
    }
}

TEST_F(StepTest, OnAMachineThatIsNotReadyNoVisitBegins) {
    visit.readiness = Readiness::refused;
    visit.screen = Screen::goodbye;
    send(StartOver{});
    EXPECT_EQ(visit.screen, Screen::not_ready);
    send(OpenLanguages{});
    send(ChooseLanguage{content::LanguageIndex(1)});
    EXPECT_EQ(visit.screen, Screen::not_ready);
    EXPECT_EQ(visit.language, content::LanguageIndex(1));
    EXPECT_TRUE(send(Erase{}).empty());
    EXPECT_TRUE(send(IdleFor{59s}).empty());
    EXPECT_EQ(std::get<EndVisit>(send(IdleFor{60s}).at(0)).reason, EndReason::again);
    EXPECT_EQ(std::get<EndVisit>(send(CheckAgain{}).at(0)).reason, EndReason::again);
}

}  // namespace
}  // namespace pocketplan::visit
