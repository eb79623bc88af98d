// From the review to paper in hand.

#include "tests/kiosk/visit/step_test.h"

namespace pocketplan::visit {
namespace {

using namespace std::chrono_literals;

TEST_F(StepTest, NothingIsPrintedWhereEveryPaperIsTakenOut) {
    begin();
    skip_to_review();
    visit.papers_left_out = 0xFFFFFFFF;
    EXPECT_FALSE(has<PrintPages>(send(Print{})));
    EXPECT_TRUE(visit.is<Reviewing>());
    visit.papers_left_out = 0;
    EXPECT_TRUE(has<PrintPages>(send(Print{})));
    EXPECT_TRUE(visit.is<Printing>());
}

TEST_F(StepTest, PaperTroubleStaysOnThePrintingScreenAndAGonePrinterDoesNot) {
    begin();
    skip_to_review();
    send(Print{});
    send(JobSaid{status::Progress::trouble, status::Trouble::out_of_paper, 1});
    EXPECT_TRUE(visit.is<Printing>());
    EXPECT_EQ(visit.job.value().trouble, status::Trouble::out_of_paper);
    send(JobSaid{status::Progress::trouble, status::Trouble::gone, 1});
    EXPECT_TRUE(visit.is<Problem>());
    send(JobSaid{status::Progress::printing, status::Trouble::none, 2});
    EXPECT_TRUE(visit.is<Printing>());
    send(JobSaid{status::Progress::done, status::Trouble::none, 3});
    EXPECT_TRUE(visit.is<AskingForPaper>());
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
    send(Cover{Overlay::erase});
    const auto effects = send(Erase{});
    EXPECT_TRUE(has<CancelJob>(effects));
    EXPECT_EQ(std::get<EndVisit>(effects.back()).reason, EndReason::printer_given_up);
}

TEST_F(StepTest, ATopicPrintsATopicAndComesBackToIt) {
    send(ChooseLanguage{content::LanguageIndex(0)});
    send(open<Learning>());
    send(OpenTopic{3});
    EXPECT_FALSE(has<PrintPages>(send(PrintTopic{}))) << "its sheets are seen first";
    ASSERT_TRUE(visit.is<Reviewing>());
    send(Back{});
    ASSERT_TRUE(visit.is<ReadingTopic>());
    send(PrintTopic{});
    ASSERT_TRUE(has<PrintPages>(send(Print{})));
    EXPECT_EQ(std::get<TopicSheet>(visit.wanted).topic, 3);
    send(JobSaid{status::Progress::done, status::Trouble::none, 1});
    EXPECT_TRUE(has<PrintPages>(send(Print{}))) << "print again";
    send(JobSaid{status::Progress::done, status::Trouble::none, 1});
    send(Back{});
    EXPECT_TRUE(visit.is<ReadingTopic>());
}

TEST_F(StepTest, ABlankPlanIsSeenBeforeItPrints) {
    send(ChooseLanguage{content::LanguageIndex(0)});
    const auto effects = send(MakeBlankPlan{});
    EXPECT_TRUE(visit.is<Reviewing>());
    EXPECT_TRUE(has<DrawSheets>(effects));
    EXPECT_FALSE(has<PrintPages>(effects));
    send(Counted{{.sheets = 7}});
    EXPECT_EQ(visit.in<Reviewing>()->stack->sheets, 7);
    send(Back{});
    EXPECT_TRUE(visit.is<Promised>());
}

TEST_F(StepTest, PrintNowLeadsToTheReviewWithWhatWasEntered) {
    begin();
    choose("ice_office");
    send(Cover{Overlay::more});
    const auto effects = send(OpenReview{});
    EXPECT_TRUE(visit.is<Reviewing>());
    EXPECT_EQ(visit.overlay, Overlay::none);
    EXPECT_TRUE(visit.answers.answered(at("appointment")));
    EXPECT_FALSE(has<PrintPages>(effects));
}

TEST_F(StepTest, TheReviewCountsItsSheetsAgainWhenAPaperIsTakenOut) {
    begin();
    skip_to_review();
    send(Counted{{.sheets = 9}});
    EXPECT_FALSE(has<DrawSheets>(send(TurnPage{1})));
    EXPECT_TRUE(has<DrawSheets>(send(TogglePaper{0})));
    EXPECT_TRUE(visit.in<Reviewing>()->outdated);
}

TEST_F(StepTest, OnlyAPaperThatHasPicturesIsPrintedWithThem) {
    begin();
    skip_to_review();
    for (std::uint8_t paper = 0; paper < library.papers.size() + 1; ++paper) send(TogglePictures{paper});
    for (std::size_t at = 0; at < library.papers.size(); ++at) {
        EXPECT_EQ((visit.papers_pictured >> at & 1U) != 0, library.papers[at].pictures) << library.papers[at].id;
    }
    EXPECT_NE(visit.papers_pictured, 0U);
    EXPECT_TRUE(has<DrawSheets>(send(TurnPage{0})));
}

TEST_F(StepTest, WithoutAPrinterThePlanIsCopiedByHand) {
    send(ChooseLanguage{content::LanguageIndex(1)});
    send(CopyByHand{});
    EXPECT_TRUE(visit.is<Copying>());
    EXPECT_TRUE(visit.wants<BlankPlan>());
    send(Back{});
    EXPECT_TRUE(visit.is<Promised>());
    begin();
    skip_to_review();
    send(Print{});
    send(JobSaid{status::Progress::trouble, status::Trouble::gone, 0});
    ASSERT_TRUE(visit.is<Problem>());
    send(CopyByHand{});
    EXPECT_TRUE(visit.is<Copying>());
    EXPECT_TRUE(visit.wants<OwnPlan>()) << "it is this visitor's plan";
    EXPECT_TRUE(send(InHand{}).empty()) << "there is none";
    const auto effects = send(Erase{});
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

TEST_F(StepTest, TheSignThatCallsStaffStandsUntilTheyComeAndNotForEver) {
    begin();
    skip_to_review();
    EXPECT_TRUE(has<TellStaff>(send(CallStaff{})));
    EXPECT_EQ(visit.overlay, Overlay::calling);
    EXPECT_FALSE(has<TellStaff>(send(CallStaff{}))) << "they are called";
    EXPECT_FALSE(has<EndVisit>(send(IdleFor{4min})));
    EXPECT_EQ(visit.overlay, Overlay::calling) << "no question lies over it";
    send(CloseOverlay{});
    EXPECT_EQ(visit.overlay, Overlay::none);
    send(CallStaff{});
    EXPECT_TRUE(has<EndVisit>(send(IdleFor{5min})));
}

TEST_F(StepTest, GoodbyeCallsStaffToo) {
    visit.state = Goodbye{};
    EXPECT_TRUE(has<TellStaff>(send(CallStaff{})));
    EXPECT_TRUE(send(IdleFor{1min}).empty());
    EXPECT_EQ(visit.overlay, Overlay::calling);
    send(IdleFor{5min});
    EXPECT_TRUE(visit.is<ChoosingLanguage>());
    EXPECT_EQ(visit.overlay, Overlay::none);
}

TEST_F(StepTest, NothingCallsFromAHiddenScreen) {
    begin();
    send(Cover{Overlay::hidden});
    EXPECT_TRUE(send(CallStaff{}).empty());
    EXPECT_EQ(visit.overlay, Overlay::hidden);
}

TEST_F(StepTest, ADoneJobWithoutPaperCallsStaffAndCanBePrintedAgain) {
    begin();
    skip_to_review();
    send(Print{});
    send(JobSaid{status::Progress::done, status::Trouble::none, 2});
    EXPECT_TRUE(has<TellStaff>(send(CallStaff{})));
    EXPECT_TRUE(visit.in<AskingForPaper>()->staff_called);
    send(CloseOverlay{});
    EXPECT_TRUE(has<PrintPages>(send(Print{})));
    send(JobSaid{status::Progress::done, status::Trouble::none, 2});
    EXPECT_FALSE(visit.in<AskingForPaper>()->staff_called);
}

TEST_F(StepTest, AnAbortedCancelledOrHeldJobIsNeverASuccess) {
    begin();
    skip_to_review();
    for (const auto trouble : {status::Trouble::failed, status::Trouble::held, status::Trouble::stalled}) {
        send(Print{});
        send(JobSaid{status::Progress::trouble, trouble, 1});
        EXPECT_FALSE(visit.is<AskingForPaper>());
        EXPECT_FALSE(has<EndVisit>(send(InHand{})));
        visit.state = Reviewing{};
    }
}

TEST_F(StepTest, WhatIsKnownOfThePrinterOutlivesTheVisit) {
    send(PrinterSaid{status::Trouble::jam, 4, status::PaperKind::a4, CardPrinted::smaller});
    send(QueueSaid{Leftovers::uncertain});
    EXPECT_EQ(visit.printer.obstacle(), status::Trouble::jam);
    begin();
    visit.state = Goodbye{};
    send(StartOver{});
    EXPECT_TRUE(visit.is<ChoosingLanguage>());
    EXPECT_EQ(visit.printer.notices, 4U);
    EXPECT_EQ(visit.printer.paper, status::PaperKind::a4);
    EXPECT_EQ(visit.printer.card, CardPrinted::smaller);
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
    visit.state = Goodbye{};
    send(StartOver{});
    EXPECT_FALSE(visit.printed || visit.trouble);
}

}  // namespace
}  // namespace pocketplan::visit
