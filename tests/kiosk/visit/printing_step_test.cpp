// From the review to paper in hand.

#include "tests/kiosk/visit/step_test.h"

namespace pocketplan::visit {
namespace {

TEST_F(StepTest, NothingIsPrintedWhereEveryPaperIsTakenOut) {
    begin();
    skip_to_review();
    visit.papers_left_out = 0xFFFFFFFF;
    EXPECT_FALSE(has<PrintPages>(send(Print{})));
    EXPECT_EQ(visit.screen, Screen::review);
    visit.papers_left_out = 0;
    EXPECT_TRUE(has<PrintPages>(send(Print{})));
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
    EXPECT_TRUE(has<PrintPages>(again));
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

TEST_F(StepTest, ATopicPrintsATopicAndComesBackToIt) {
    send(ChooseLanguage{content::LanguageIndex(0)});
    send(OpenLearn{});
    send(OpenTopic{3});
    EXPECT_FALSE(has<PrintPages>(send(PrintTopic{}))) << "its sheets are seen first";
    ASSERT_EQ(visit.screen, Screen::review);
    send(Back{});
    ASSERT_EQ(visit.screen, Screen::topic);
    send(PrintTopic{});
    ASSERT_TRUE(has<PrintPages>(send(Print{})));
    EXPECT_EQ(visit.topic_sheet, 3);
    send(JobSaid{status::Progress::done, status::Trouble::none, 1});
    EXPECT_TRUE(has<PrintPages>(send(Print{}))) << "print again";
    send(JobSaid{status::Progress::done, status::Trouble::none, 1});
    send(Back{});
    EXPECT_EQ(visit.screen, Screen::topic);
}

TEST_F(StepTest, ABlankPlanIsSeenBeforeItPrints) {
    send(ChooseLanguage{content::LanguageIndex(0)});
    const auto effects = send(MakeBlankPlan{});
    EXPECT_EQ(visit.screen, Screen::review);
    EXPECT_TRUE(has<CountSheets>(effects));
    EXPECT_FALSE(has<PrintPages>(effects));
    send(Counted{7});
    EXPECT_EQ(visit.sheets, 7);
    send(Back{});
    EXPECT_EQ(visit.screen, Screen::promise);
}

TEST_F(StepTest, PrintNowLeadsToTheReviewWithWhatWasEntered) {
    begin();
    choose("ice_office");
    send(OpenMore{});
    const auto effects = send(OpenReview{});
    EXPECT_EQ(visit.screen, Screen::review);
    EXPECT_EQ(visit.overlay, Overlay::none);
    EXPECT_TRUE(visit.answers.answered(at("appointment")));
    EXPECT_FALSE(has<PrintPages>(effects));
}

TEST_F(StepTest, TheReviewCountsItsSheetsAgainWhenAPaperIsTakenOut) {
    begin();
    skip_to_review();
    send(Counted{9});
    EXPECT_FALSE(has<CountSheets>(send(TurnPage{1})));
    EXPECT_TRUE(has<CountSheets>(send(TogglePaper{0})));
    EXPECT_FALSE(visit.sheets);
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
    EXPECT_TRUE(has<PrintPages>(send(Print{})));
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
