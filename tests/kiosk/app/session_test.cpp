#include "tests/kiosk/app/session_test.h"

namespace pocketplan::app {
namespace {

using tests::eventually;

TEST_F(SessionTest, PrintsThePlanAsOneJobAndFollowsItToPaperInHand) {
    go_to_review();
    session->apply(visit::Print{});
    EXPECT_GT(session->visit().job.value().pages, 4);
    job_is(status::JobState::completed);
    ASSERT_TRUE(comes_to<visit::AskingForPaper>());
    const std::lock_guard lock(script.mutex);
    ASSERT_GT(script.printed.size(), 10000U);
    const std::string printed(reinterpret_cast<const char*>(script.printed.data()), script.printed.size());
    EXPECT_EQ(printed.substr(0, 5), "%PDF-");
    EXPECT_NE(printed.find("<4D4D4D4D4D4D4D4D4D4D4D4D4D4D4D4D>"), std::string::npos) << "the mark is its id";
}

TEST_F(SessionTest, ATopicAndABlankPlanPrintWithoutAnyAnswers) {
    session->apply(visit::ChooseLanguage{content::LanguageIndex(0)});
    session->apply(visit::MakeBlankPlan{});
    int counted = sheets();
    EXPECT_GT(counted, 4) << "counted before anything prints";
    session->apply(visit::Print{});
    EXPECT_EQ(session->visit().job.value().pages, counted);
    job_is(status::JobState::completed);
    ASSERT_TRUE(comes_to<visit::AskingForPaper>());
    session->apply(visit::Back{});
    session->apply(visit::open<visit::Learning>());
    session->apply(visit::OpenTopic{0});
    session->apply(visit::PrintTopic{});
    counted = sheets();
    EXPECT_GE(counted, 1);
    EXPECT_LE(counted, 3);
    session->apply(visit::Print{});
    EXPECT_EQ(session->visit().job.value().pages, counted);
}

TEST_F(SessionTest, ComposesOnceWhatItCountsDrawsAndPrints) {
    go_to_review();
    EXPECT_FALSE(session->visit().in<visit::Reviewing>()->stack) << "not while a touch waits";
    EXPECT_GT(sheets(), 4);
    const auto drawn = picture(0, 200);
    session->apply(visit::Print{});
    EXPECT_EQ(picture(0, 200), drawn) << "the very page";
    EXPECT_EQ(works(), 0);
}

TEST_F(SessionTest, DrawsPicturesIntoTheArenaOneAtATime) {
    go_to_review();
    const int all = stack().pictures;
    session->pictures().begin();
    for (int number = 0; number < all; ++number) EXPECT_FALSE(session->pictures().find(number, 150));
    EXPECT_FALSE(session->pictures().find(all, 150)) << "there is no such sheet";
    EXPECT_EQ(session->work(), Session::Work::more);
    EXPECT_EQ(works(), all - 1);
    for (int number = 0; number < all; ++number) {
        const auto found = session->pictures().find(number, 150);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->height, 194);
        const auto* const pixels = reinterpret_cast<const std::byte*>(found->grey.data());
        EXPECT_TRUE(pixels >= arena.bytes().data() && pixels < arena.bytes().data() + arena.bytes().size());
    }
}

TEST_F(SessionTest, APaperThatIsLeftOutIsStillSeenAndNotPrinted) {
    go_to_review();
    const auto first = stack();
    const auto seen = picture(first.of_paper[0].first, 150);
    session->apply(visit::SeeSheet{first.of_paper[0].first});
    session->apply(visit::TogglePaper{0});
    const auto stale = session->pictures().find(first.of_paper[0].first, 150);
    EXPECT_EQ(stale->version, seen) << "nothing flickers";
    const auto after = stack();
    EXPECT_EQ(after.sheets, first.sheets - first.of_paper[0].count);
    EXPECT_EQ(after.pictures, first.pictures);
    EXPECT_GE(after.of_paper[0].first, after.printing) << "behind what prints";
    EXPECT_EQ(session->visit().in<visit::Reviewing>()->seen, after.of_paper[0].first) << "still the same sheet";
    EXPECT_NE(picture(after.of_paper[0].first, 150), 0U);
    session->apply(visit::Print{});
    EXPECT_EQ(session->visit().job.value().pages, after.sheets);
}

TEST_F(SessionTest, OnOtherPaperThereAreOtherSheets) {
    go_to_review();
    works();
    const auto letter = picture(0, 200);
    {
        const std::lock_guard lock(script.mutex);
        script.device.media = {{"iso_a4_210x297mm", 21000, 29700}};
    }
    ASSERT_TRUE(eventually([&] {
        session->take_reports();
        return session->visit().printer.paper == status::PaperKind::a4;
    }));
    works();
    EXPECT_NE(picture(0, 200), letter);
    EXPECT_NEAR(session->pictures().shape(), 1.414, 0.001);
}

TEST_F(SessionTest, PicturesThatFilledTheScreenMakeRoomForThoseThatDo) {
    go_to_review();
    const int all = stack().pictures;
    const auto first = picture(0, 150);
    for (int number = 0; number < all; ++number) picture(number, 1600);
    EXPECT_NE(picture(0, 150), first) << "it was dropped";
}

TEST_F(SessionTest, TroubleOfThePrinterReachesTheScreen) {
    {
        const std::lock_guard lock(script.mutex);
        script.device.reasons = {"cover-open-error"};
    }
    go_to_review();
    session->apply(visit::Print{});
    EXPECT_TRUE(eventually([&] {
        session->take_reports();
        return session->visit().job->trouble == status::Trouble::door_open;
    }));
    EXPECT_TRUE(session->visit().is<visit::Printing>());
}

TEST_F(SessionTest, APaperThatNobodyConfirmedIsRememberedUntilStaffLooked) {
    EXPECT_EQ(session->visit().printer.tray, visit::Tray::checked);
    go_to_review();
    session->apply(visit::Print{});
    session->apply(visit::Erase{});
    Session next(tests::check_in_pack(), tests::typesetter(), nullptr, {}, TrayMemory(kept), [] {});
    EXPECT_EQ(next.visit().printer.tray, visit::Tray::forgotten_sheet);
    next.apply(visit::TrayChecked{});
    EXPECT_EQ(next.visit().printer.tray, visit::Tray::checked);
    EXPECT_EQ(TrayMemory(kept).recall(), visit::Tray::checked);
}

TEST_F(SessionTest, WhereThatCannotBeRememberedStaffAreTold) {
    std::filesystem::remove_all(kept);
    go_to_review();
    session->apply(visit::Print{});
    EXPECT_EQ(session->visit().findings, visit::bit_of(visit::Finding::state));
    EXPECT_TRUE(session->visit().is<visit::Printing>()) << "nobody has to wait for that";
}

TEST_F(SessionTest, APaperInHandIsNoForgottenSheet) {
    go_to_review();
    session->apply(visit::Print{});
    EXPECT_EQ(TrayMemory(kept).recall(), visit::Tray::forgotten_sheet);
    job_is(status::JobState::completed);
    ASSERT_TRUE(comes_to<visit::AskingForPaper>());
    session->apply(visit::InHand{});
    EXPECT_EQ(TrayMemory(kept).recall(), visit::Tray::checked);
}

TEST_F(SessionTest, WhatThePrinterTellsReachesTheStaff) {
    {
        const std::lock_guard lock(script.mutex);
        script.device.reasons = {"toner-low-report"};
        script.device.media = {{"iso_a4_210x297mm", 21000, 29700}};
        script.device.margins = {300, 300, 2500, 2500};
    }
    EXPECT_TRUE(eventually([&] {
        session->take_reports();
        const auto& printer = session->visit().printer;
        return printer.notices == 1U << static_cast<unsigned>(status::Notice::toner_low) &&
               printer.paper == status::PaperKind::a4 && printer.card == visit::CardPrinted::smaller &&
               printer.leftovers == visit::Leftovers::none;
    }));
}

TEST_F(SessionTest, EndsOnceAndForGood) {
    go_to_review();
    EXPECT_FALSE(session->ended());
    session->apply(visit::Erase{});
    EXPECT_EQ(session->ended(), visit::EndReason::erased);
    session->apply(visit::ShutDown{});
    EXPECT_EQ(session->ended(), visit::EndReason::erased);
}

TEST_F(SessionTest, SaysGoodbyeAsTheVisitBeforeItLooked) {
    go_to_review();
    session->apply(visit::SetTextSize{visit::TextSize::large});
    session->apply(visit::SetTheme{visit::Theme::black_on_white});
    session->apply(visit::Erase{});
    const auto farewell = session->farewell();
    Session next(tests::check_in_pack(), tests::typesetter(), nullptr, {}, TrayMemory(""), [] {});
    next.say_goodbye(farewell);
    EXPECT_TRUE(next.visit().is<visit::Goodbye>());
    EXPECT_EQ(next.visit().language, content::LanguageIndex(1));
    EXPECT_EQ(next.visit().text_size, visit::TextSize::large);
    EXPECT_EQ(next.visit().theme, visit::Theme::black_on_white);
    EXPECT_EQ(next.visit().in<visit::Goodbye>()->reason, visit::EndReason::erased);
}

TEST_F(SessionTest, WhereNoVisitMayBeginItSaysSoAndLooksAgain) {
    session->apply(visit::RefuseVisits{});
    EXPECT_TRUE(session->visit().is<visit::NotReady>());
    session->apply(visit::CheckAgain{});
    EXPECT_EQ(session->ended(), visit::EndReason::again);
    Session next(tests::check_in_pack(), tests::typesetter(), nullptr, {}, TrayMemory(""), [] {});
    next.say_goodbye(session->farewell());
    EXPECT_TRUE(next.visit().is<visit::ChoosingLanguage>()) << "nobody was there to say goodbye to";
}

}  // namespace
}  // namespace pocketplan::app
