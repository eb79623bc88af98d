#include "kiosk/visit/step.h"

#include <gtest/gtest.h>

#include "tests/support/pack.h"

namespace pocketplan::visit {
namespace {

using namespace std::chrono_literals;
using content::QuestionIndex;

template <class Wanted>
bool has(const std::vector<Effect>& effects) {
    return std::any_of(effects.begin(), effects.end(),
                       [](const Effect& effect) { return std::holds_alternative<Wanted>(effect); });
}

class StepTest : public testing::Test {
protected:
    std::vector<Effect> send(const Event& event) { return step(visit, event, library); }
    void send_text(std::u32string_view text) {
        for (const char32_t point : text) send(Type{point});
    }
    [[nodiscard]] QuestionIndex at(std::string_view id) const { return library.find_question(id).value(); }
    [[nodiscard]] std::string asked() const {
        return visit.screen == Screen::question ? library.question(*visit.question).id : "";
    }
    void choose(std::string_view option) {
        const auto& options = library.question(*visit.question).options;
        for (std::size_t i = 0; i < options.size(); ++i) {
            if (options[i].id == option) send(ToggleOption{static_cast<std::uint8_t>(i)});
        }
    }
    void begin() {
        send(ChooseLanguage{content::LanguageIndex(1)});
        send(MakePlan{});
    }
    void skip_to(std::string_view id) {
        for (int i = 0; i < 60 && asked() != id; ++i) send(Skip{});
        ASSERT_EQ(asked(), id);
    }
    void skip_to_review() {
        for (int i = 0; i < 60 && visit.screen == Screen::question; ++i) send(Skip{});
        ASSERT_EQ(visit.screen, Screen::review);
    }
    [[nodiscard]] std::string_view words_of(std::string_view id) const {
        return std::get<content::Words>(visit.answers[at(id)]).view();
    }

    const content::Library& library = tests::check_in_pack();
    Visit visit{library};
};

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

TEST_F(StepTest, NothingIsPrintedWhereEveryPaperIsTakenOut) {
    begin();
    skip_to_review();
    visit.papers_left_out = 0xFFFFFFFF;
    EXPECT_TRUE(send(Print{}).empty());
    EXPECT_EQ(visit.screen, Screen::review);
    visit.papers_left_out = 0;
    EXPECT_TRUE(has<PrintPlan>(send(Print{})));
    EXPECT_EQ(visit.screen, Screen::printing);
}

TEST_F(StepTest, PaperTroubleStaysOnThePrintingScreenAndAGonePrinterDoesNot) {
    begin();
    skip_to_review();
    send(Print{});
    send(JobSaid{status::Progress::trouble, status::Trouble::out_of_paper, 1});
    EXPECT_EQ(visit.screen, Screen::printing);
    EXPECT_EQ(visit.printing.trouble, status::Trouble::out_of_paper);
    send(JobSaid{status::Progress::trouble, status::Trouble::gone, 1});
    EXPECT_EQ(visit.screen, Screen::problem);
    send(JobSaid{status::Progress::printing, status::Trouble::none, 2});
    EXPECT_EQ(visit.screen, Screen::printing);
    send(JobSaid{status::Progress::done, status::Trouble::none, 3});
    EXPECT_EQ(visit.screen, Screen::in_hand);
    const auto effects = send(InHand{});
    ASSERT_EQ(effects.size(), 2U) << "the paper is accounted for, and the visit ends";
    EXPECT_EQ(std::get<EndVisit>(effects[1]).reason, EndReason::done);
}

TEST_F(StepTest, TryingAgainCancelsTheFirstJobAndPrintingAgainDoesNot) {
    begin();
    skip_to_review();
    EXPECT_FALSE(has<CancelJob>(send(Print{})));
    send(JobSaid{status::Progress::trouble, status::Trouble::failed, 0});
    const auto again = send(Print{});
    EXPECT_TRUE(has<CancelJob>(again));
    EXPECT_TRUE(has<PrintPlan>(again));
    send(JobSaid{status::Progress::done, status::Trouble::none, 0});
    EXPECT_FALSE(has<CancelJob>(send(Print{})));
}

TEST_F(StepTest, GivingUpCancelsTheJobAndEnds) {
    begin();
    skip_to_review();
    send(Print{});
    send(JobSaid{status::Progress::trouble, status::Trouble::failed, 0});
    const auto effects = send(GiveUpPrinting{});
    EXPECT_TRUE(has<CancelJob>(effects));
    EXPECT_TRUE(has<EndVisit>(effects));
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

TEST_F(StepTest, ATopicPrintsATopicAndComesBackToIt) {
    send(ChooseLanguage{content::LanguageIndex(0)});
    send(OpenLearn{});
    send(OpenTopic{3});
    const auto effects = send(PrintTopic{});
    ASSERT_TRUE(has<PrintTopicSheet>(effects));
    send(JobSaid{status::Progress::done, status::Trouble::none, 1});
    EXPECT_TRUE(has<PrintTopicSheet>(send(Print{}))) << "print again";
    send(JobSaid{status::Progress::done, status::Trouble::none, 1});
    send(Back{});
    EXPECT_EQ(visit.screen, Screen::topic);
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

TEST_F(StepTest, WithoutAPrinterThePlanIsCopiedByHand) {
    send(ChooseLanguage{content::LanguageIndex(1)});
    send(CopyByHand{});
    EXPECT_EQ(visit.screen, Screen::copy);
    EXPECT_TRUE(visit.blank);
    send(Back{});
    EXPECT_EQ(visit.screen, Screen::promise);
    begin();
    skip_to_review();
    send(Print{});
    send(JobSaid{status::Progress::trouble, status::Trouble::gone, 0});
    ASSERT_EQ(visit.screen, Screen::problem);
    send(CopyByHand{});
    EXPECT_EQ(visit.screen, Screen::copy);
    EXPECT_FALSE(visit.blank) << "it is this visitor's plan";
    const auto effects = send(InHand{});
    EXPECT_TRUE(has<EndVisit>(effects));
    EXPECT_TRUE(has<CancelJob>(effects));
    EXPECT_FALSE(has<PaperAccountedFor>(effects)) << "a sheet may still come out";
}

TEST_F(StepTest, PaperIsExpectedFromPrintUntilItIsInHand) {
    begin();
    skip_to_review();
    EXPECT_TRUE(has<ExpectPaper>(send(Print{})));
    send(JobSaid{status::Progress::done, status::Trouble::none, 2});
    EXPECT_TRUE(has<PaperAccountedFor>(send(InHand{})));
}

TEST_F(StepTest, ADoneJobWithoutPaperCallsStaffAndCanBePrintedAgain) {
    begin();
    skip_to_review();
    send(Print{});
    send(CallStaff{});
    EXPECT_FALSE(visit.printing.staff_called) << "not before the printer says that it is done";
    send(JobSaid{status::Progress::done, status::Trouble::none, 2});
    send(CallStaff{});
    EXPECT_TRUE(visit.printing.staff_called);
    EXPECT_EQ(visit.screen, Screen::in_hand);
    EXPECT_TRUE(has<PrintPlan>(send(Print{})));
    EXPECT_FALSE(visit.printing.staff_called);
}

TEST_F(StepTest, AnAbortedCancelledOrHeldJobIsNeverASuccess) {
    begin();
    skip_to_review();
    for (const auto trouble : {status::Trouble::failed, status::Trouble::held, status::Trouble::stalled}) {
        send(Print{});
        send(JobSaid{status::Progress::trouble, trouble, 1});
        EXPECT_NE(visit.screen, Screen::in_hand);
        EXPECT_FALSE(has<EndVisit>(send(InHand{})));
        visit.screen = Screen::review;
    }
}

TEST_F(StepTest, WhatIsKnownOfThePrinterOutlivesTheVisit) {
    send(PrinterSaid{status::Trouble::jam, 4, status::PaperKind::a4});
    send(QueueSaid{Leftovers::uncertain});
    EXPECT_EQ(visit.printer.obstacle(), status::Trouble::jam);
    begin();
    send(StartOver{});
    EXPECT_EQ(visit.printer.notices, 4U);
    EXPECT_EQ(visit.printer.paper, status::PaperKind::a4);
    send(PrinterSaid{status::Trouble::none, 0, status::PaperKind::a4});
    EXPECT_EQ(visit.printer.obstacle(), status::Trouble::leftover) << "what an earlier visitor printed may come out";
    send(QueueSaid{Leftovers::none});
    EXPECT_EQ(visit.printer.obstacle(), status::Trouble::none);
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

TEST_F(StepTest, KnowsWhetherAnythingWasPrintedAndWhetherThePrinterHadTrouble) {
    begin();
    skip_to_review();
    send(Print{});
    send(JobSaid{status::Progress::trouble, status::Trouble::out_of_paper, 0});
    EXPECT_TRUE(visit.trouble);
    EXPECT_FALSE(visit.printed);
    send(JobSaid{status::Progress::done, status::Trouble::none, 1});
    EXPECT_TRUE(visit.printed);
    send(StartOver{});
    EXPECT_FALSE(visit.printed || visit.trouble);
}

}  // namespace
}  // namespace pocketplan::visit
