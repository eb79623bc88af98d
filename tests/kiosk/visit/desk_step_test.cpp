// The staff code and the desk that it opens.

#include "tests/kiosk/visit/step_test.h"

namespace pocketplan::visit {
namespace {

using namespace std::chrono_literals;
using status::Progress;
using status::Trouble;

class DeskStepTest : public StepTest {
protected:
    DeskStepTest() { send(DeskRecalled{true, {}}); }
    void type_code() {
        send(Cover{Overlay::staff_code});
        send_text(U"730184");
    }
    void open_desk(DeskPage page = DeskPage::home) {
        type_code();
        ASSERT_TRUE(has<CheckCode>(send(EnterCode{})));
        send(CodeSaid{{CodeOutcome::right, 0}});
        ASSERT_EQ(visit.overlay, Overlay::desk);
        send(OpenDeskPage{page});
    }
    // To a job that prints.
    void print() {
        begin();
        skip_to_review();
        send(Print{});
        ASSERT_TRUE(visit.is<Printing>());
    }
    [[nodiscard]] const Desk::Open& open() const { return visit.desk.open; }
};

TEST_F(DeskStepTest, TheRightCodeOpensItAndNothingElseDoes) {
    send(Cover{Overlay::desk});
    EXPECT_EQ(visit.overlay, Overlay::none);
    send(CodeSaid{{CodeOutcome::right, 0}});
    EXPECT_EQ(visit.overlay, Overlay::none) << "nobody entered one";
    type_code();
    send(CodeSaid{{CodeOutcome::wrong, 0}});
    EXPECT_EQ(visit.overlay, Overlay::staff_code);
    open_desk();
}

TEST_F(DeskStepTest, WithoutACodeThereIsNoDesk) {
    send(DeskRecalled{false, {}});
    send(Cover{Overlay::staff_code});
    EXPECT_EQ(visit.overlay, Overlay::none);
}

TEST_F(DeskStepTest, ACodeIsSixToTwelveDigitsAndNothingElse) {
    send(Cover{Overlay::staff_code});
    send_text(U"7a3 0\u0661184\U0010FFFF");
    EXPECT_EQ(open().code.view(), "730184");
    send(EraseCharacter{});
    EXPECT_FALSE(has<CheckCode>(send(EnterCode{}))) << "too short to be one";
    send_text(U"4999999999");
    EXPECT_EQ(open().code.view(), "730184999999");
}

TEST_F(DeskStepTest, TheCodeIsGoneOnceItWasCheckedAndWhenItsScreenIsLeft) {
    type_code();
    send(EnterCode{});
    EXPECT_EQ(open().code.view(), "730184") << "for whoever checks it";
    send(CodeSaid{{CodeOutcome::wait, 30}});
    EXPECT_TRUE(open().code.empty());
    EXPECT_EQ(open().answer->seconds, 30);
    send_text(U"7");
    EXPECT_FALSE(open().answer) << "the next try";
    send(CloseOverlay{});
    EXPECT_TRUE(open().code.empty());
    type_code();
    send(Cover{Overlay::more});
    EXPECT_TRUE(open().code.empty());
}

TEST_F(DeskStepTest, WhatIsTypedThereIsNoAnswerOfTheVisitors) {
    begin();
    skip_to("appointment_place");
    send_text(U"Maria");
    type_code();
    send(EraseCharacter{});
    send(FocusField{EntryField::code});
    send(CloseOverlay{});
    EXPECT_EQ(asking().entry.words.view(), "Maria");
    EXPECT_EQ(asking().entry.field, EntryField::words);
}

TEST_F(DeskStepTest, ClosingItGivesTheScreenBelowBackAsItWas) {
    begin();
    skip_to("appointment_place");
    send_text(U"Maria");
    visit.page = 2;
    open_desk(DeskPage::printer);
    send(TurnPage{1});
    send(OpenDeskPage{DeskPage::home});
    send(CloseOverlay{});
    EXPECT_EQ(visit.overlay, Overlay::none);
    EXPECT_EQ(asked(), "appointment_place");
    EXPECT_EQ(asking().entry.words.view(), "Maria");
    EXPECT_EQ(visit.page, 2);
}

TEST_F(DeskStepTest, ClosesItselfAfterAMinuteAndTheVisitGoesOn) {
    begin();
    open_desk();
    send(IdleFor{59s});
    EXPECT_EQ(visit.overlay, Overlay::desk);
    send(IdleFor{60s});
    EXPECT_EQ(visit.overlay, Overlay::none);
    type_code();
    send(IdleFor{60s});
    EXPECT_EQ(visit.overlay, Overlay::none);
    EXPECT_TRUE(open().code.empty());
}

// Where nobody has begun, a start screen starts over sooner than that.
TEST_F(DeskStepTest, StaysAsLongOverTheFirstScreen) {
    type_code();
    send(IdleFor{59s});
    EXPECT_EQ(open().code.view(), "730184");
    open_desk();
    send(IdleFor{59s});
    EXPECT_EQ(visit.overlay, Overlay::desk);
    send(IdleFor{60s});
    EXPECT_EQ(visit.overlay, Overlay::none);
}

TEST_F(DeskStepTest, CallingStaffLeavesIt) {
    begin();
    type_code();
    send(CallStaff{});
    EXPECT_EQ(visit.overlay, Overlay::calling);
    EXPECT_TRUE(open().code.empty());
}

TEST_F(DeskStepTest, AVisitThatTimesOutWhileItIsOpenEnds) {
    begin();
    open_desk();
    EXPECT_TRUE(has<EndVisit>(send(IdleFor{idle_end})));
}

TEST_F(DeskStepTest, ATestPageIsAJobOfItsOwn) {
    begin();
    open_desk(DeskPage::printer);
    EXPECT_TRUE(has<PrintTestPage>(send(PrintTest{})));
    EXPECT_FALSE(has<PrintTestPage>(send(PrintTest{}))) << "one at a time";
    send(TestSaid{Progress::done, Trouble::none});
    EXPECT_FALSE(visit.job);
    EXPECT_FALSE(visit.printed) << "it is not counted";
    EXPECT_TRUE(has<PrintTestPage>(send(PrintTest{})));
    send(TestSaid{Progress::trouble, Trouble::gone});
    EXPECT_EQ(visit.desk.test->trouble, Trouble::gone);
    EXPECT_FALSE(visit.trouble);
    EXPECT_TRUE(has<PrintTestPage>(send(PrintTest{}))) << "once the printer is on again";
}

TEST_F(DeskStepTest, ATestPageIsRefusedWhileAPlanPrints) {
    print();
    open_desk(DeskPage::printer);
    EXPECT_TRUE(send(PrintTest{}).empty());
    EXPECT_FALSE(visit.desk.test);
    send(JobSaid{Progress::done, Trouble::none, 3});
    EXPECT_TRUE(has<PrintTestPage>(send(PrintTest{})));
}

TEST_F(DeskStepTest, AJobThatFailedIsCancelledBeforeATestPage) {
    print();
    send(JobSaid{Progress::trouble, Trouble::failed, 0});
    ASSERT_TRUE(visit.is<Problem>());
    open_desk(DeskPage::printer);
    const auto effects = send(PrintTest{});
    ASSERT_EQ(effects.size(), 2U);
    EXPECT_TRUE(std::holds_alternative<CancelJob>(effects.front()));
    EXPECT_TRUE(std::holds_alternative<PrintTestPage>(effects.back()));
}

TEST_F(DeskStepTest, APlanCancelsATestPageThatIsStillOnItsWay) {
    begin();
    skip_to_review();
    open_desk(DeskPage::printer);
    send(PrintTest{});
    send(CloseOverlay{});
    EXPECT_TRUE(has<CancelJob>(send(Print{})));
    EXPECT_FALSE(visit.desk.test);
    EXPECT_TRUE(visit.is<Printing>());
}

TEST_F(DeskStepTest, TheEndOfTheVisitCancelsATestPage) {
    begin();
    open_desk(DeskPage::printer);
    send(PrintTest{});
    EXPECT_TRUE(has<CancelJob>(send(Erase{})));
}

TEST_F(DeskStepTest, LanguagesAreSwitchedFromTheNextVisitOn) {
    begin();
    open_desk(DeskPage::languages);
    EXPECT_TRUE(has<KeepSettings>(send(SwitchLanguage{content::LanguageIndex(3)})));
    EXPECT_TRUE(is_off(visit.kept.languages_off, content::LanguageIndex(3)));
    send(CloseOverlay{});
    send(ChooseLanguage{content::LanguageIndex(3)});
    EXPECT_EQ(visit.language, content::LanguageIndex(3)) << "this visit was offered it";
    visit.state = Goodbye{};
    send(StartOver{});
    send(ChooseLanguage{content::LanguageIndex(3)});
    EXPECT_TRUE(visit.is<ChoosingLanguage>());
    send(ChooseLanguage{content::LanguageIndex(2)});
    EXPECT_TRUE(visit.is<Promised>());
}

TEST_F(DeskStepTest, BetweenVisitsTheyAreSwitchedAtOnce) {
    open_desk(DeskPage::languages);
    send(SwitchLanguage{content::LanguageIndex(3)});
    send(CloseOverlay{});
    send(ChooseLanguage{content::LanguageIndex(3)});
    EXPECT_TRUE(visit.is<ChoosingLanguage>());
}

TEST_F(DeskStepTest, TheSourceLanguageAndTheVisitorsOwnStayOn) {
    begin();
    open_desk(DeskPage::languages);
    for (const std::size_t stays : {0U, 1U, 63U, 999U}) {
        EXPECT_TRUE(send(SwitchLanguage{static_cast<content::LanguageIndex>(stays)}).empty()) << stays;
    }
    EXPECT_EQ(visit.kept.languages_off, 0U);
}

TEST_F(DeskStepTest, EveryVisitBeginsAsLoudAsStaffSetIt) {
    begin();
    open_desk(DeskPage::volume);
    EXPECT_TRUE(has<KeepSettings>(send(SetFirstLoudness{Aloud::louder})));
    send(SetFirstLoudness{Aloud::again});
    EXPECT_EQ(visit.kept.loudness.step(), Loudness::usual + 1);
    EXPECT_EQ(visit.hearing.loudness.step(), Loudness::usual) << "not in the middle of a visit";
    visit.state = Goodbye{};
    send(StartOver{});
    EXPECT_EQ(visit.hearing.loudness.step(), Loudness::usual + 1);
}

// Laid out for 345 mm, a card of 85.6 mm is drawn on a display of 531 mm as wide as 131.7 mm are.
TEST_F(DeskStepTest, ACardTellsHowWideTheDisplayIs) {
    send(DisplaySaid{{1920, 1080, 345, 194}, {}, 345});
    open_desk(DeskPage::display);
    send(ResizeCard{-30});
    EXPECT_NEAR(open().card, 55.6, 0.01);
    EXPECT_TRUE(has<KeepSettings>(send(CardMatches{})));
    EXPECT_NEAR(visit.kept.display_width, 531.2, 0.1);
    EXPECT_NEAR(open().card, card_width, 0.01) << "now everything is laid out by it";
    send(ResizeCard{-1000});
    EXPECT_EQ(open().card, narrowest_card);
    send(ResizeCard{1000});
    EXPECT_EQ(open().card, widest_card);
    EXPECT_TRUE(has<KeepSettings>(send(ForgetDisplayWidth{})));
    EXPECT_EQ(visit.kept.display_width, 0);
}

TEST_F(DeskStepTest, WhatCouldNotBeKeptIsToldUntilTheDeskIsLeft) {
    open_desk(DeskPage::volume);
    send(SetFirstLoudness{Aloud::louder});
    send(KeptSaid{false});
    EXPECT_TRUE(open().unwritten);
    send(CloseOverlay{});
    EXPECT_FALSE(open().unwritten);
}

TEST_F(DeskStepTest, CountsAreReadWhenTheirPageOpens) {
    open_desk();
    EXPECT_TRUE(has<ReadCounts>(send(OpenDeskPage{DeskPage::counts})));
    send(CountsSaid{WeekCounts{{{{2026, 11, 23}, 4, 3, 1}}}});
    EXPECT_EQ((*open().counts)[0].visits, 4);
}

TEST_F(DeskStepTest, AVisitorWhoNeedsItHasTenMinutesAndTheNextOneTheUsualTime) {
    begin();
    open_desk();
    send(SwitchMoreTime{});
    send(CloseOverlay{});
    send(IdleFor{idle_end});
    EXPECT_EQ(visit.overlay, Overlay::none);
    send(IdleFor{longer_idle_warning});
    EXPECT_EQ(visit.overlay, Overlay::idle);
    EXPECT_FALSE(has<EndVisit>(send(IdleFor{longer_idle_warning + 44s})));
    EXPECT_TRUE(has<EndVisit>(send(IdleFor{longer_idle_warning + 45s})));
    visit.state = Goodbye{};
    send(StartOver{});
    EXPECT_FALSE(visit.desk.more_time);
}

TEST_F(DeskStepTest, EndsAVisitAndWithoutOneThereIsNothingToEnd) {
    open_desk(DeskPage::end);
    EXPECT_EQ(open().page, DeskPage::home);
    send(SwitchMoreTime{});
    EXPECT_FALSE(visit.desk.more_time);
    send(CloseOverlay{});
    begin();
    open_desk(DeskPage::end);
    EXPECT_EQ(open().page, DeskPage::end);
    EXPECT_TRUE(has<EndVisit>(send(Erase{})));
}

TEST_F(DeskStepTest, NoEventOfItsDoesAnythingElsewhere) {
    begin();
    for (const Event& event :
         {Event(EnterCode{}), Event(OpenDeskPage{DeskPage::counts}), Event(PrintTest{}),
          Event(SwitchLanguage{content::LanguageIndex(3)}), Event(SetFirstLoudness{Aloud::louder}),
          Event(ResizeCard{5}), Event(CardMatches{}), Event(ForgetDisplayWidth{}), Event(SwitchMoreTime{})}) {
        EXPECT_TRUE(send(event).empty()) << event.index();
    }
    EXPECT_EQ(visit.kept.languages_off, 0U);
    EXPECT_EQ(visit.kept.loudness.step(), Loudness::usual);
    EXPECT_FALSE(visit.desk.more_time);
}

TEST_F(DeskStepTest, TheWorldIsToldWhenStaffAreCalledAndWhenTheyAreNoMore) {
    print();
    send(JobSaid{Progress::done, Trouble::none, 3});
    const auto told = [](const std::vector<Effect>& effects, bool called) {
        return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) {
            const auto* const tell = std::get_if<TellStaff>(&effect);
            return tell != nullptr && tell->called == called;
        });
    };
    EXPECT_TRUE(told(send(CallStaff{}), true));
    EXPECT_FALSE(has<TellStaff>(send(CallStaff{}))) << "once";
    EXPECT_TRUE(told(send(CloseOverlay{}), false)) << "they came";
}

}  // namespace
}  // namespace pocketplan::visit
