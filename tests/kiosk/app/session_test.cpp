#include "kiosk/app/session.h"

#include <filesystem>

#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/visit/memory.h"
#include "tests/printer/fake_printer.h"
#include "tests/support/pack.h"
#include "tests/support/process.h"

namespace pocketplan::app {
namespace {

using tests::eventually;

class SessionTest : public testing::Test {
protected:
    SessionTest() : before(std::pmr::set_default_resource(&arena)) {
        std::filesystem::create_directories(kept);
        session = std::make_unique<Session>(
            tests::check_in_pack(), tests::typesetter(), std::make_unique<tests::FakePrinter>(script), PrintSettings{},
            TrayMemory(kept), [] {}, &mark);
    }
    ~SessionTest() override {
        session->stop_printing();
        session.reset();
        std::pmr::set_default_resource(before);
        std::filesystem::remove_all(kept);
    }
    void go_to_review() {
        session->apply(visit::ChooseLanguage{content::LanguageIndex(1)});
        session->apply(visit::MakePlan{});
        while (session->visit().screen == visit::Screen::question) session->apply(visit::Skip{});
    }
    bool comes_to(visit::Screen screen) {
        return eventually([&] {
            session->take_reports();
            return session->visit().screen == screen;
        });
    }
    void job_is(status::JobState state) {
        const std::lock_guard lock(script.mutex);
        script.job.state = state;
    }

    const visit::Mark mark = [] {
        visit::Mark all;
        all.fill(std::byte{'M'});
        return all;
    }();
    std::filesystem::path kept = std::filesystem::temp_directory_path() / ("session_test." + std::to_string(getpid()));
    visit::Arena arena = std::move(visit::Arena::create(32 << 20, visit::Arena::Unlocked::allowed).value());
    std::pmr::memory_resource* before;
    tests::FakePrinter::Script script;
    std::unique_ptr<Session> session;
};

TEST_F(SessionTest, PrintsThePlanAsOneJobAndFollowsItToPaperInHand) {
    go_to_review();
    session->apply(visit::Print{});
    EXPECT_GT(session->visit().printing.pages, 4);
    job_is(status::JobState::completed);
    ASSERT_TRUE(comes_to(visit::Screen::in_hand));
    const std::lock_guard lock(script.mutex);
    ASSERT_GT(script.printed.size(), 10000U);
    const std::string printed(reinterpret_cast<const char*>(script.printed.data()), script.printed.size());
    EXPECT_EQ(printed.substr(0, 5), "%PDF-");
    EXPECT_NE(printed.find("<4D4D4D4D4D4D4D4D4D4D4D4D4D4D4D4D>"), std::string::npos) << "the mark is its id";
}

TEST_F(SessionTest, ATopicAndABlankPlanPrintWithoutAnyAnswers) {
    session->apply(visit::ChooseLanguage{content::LanguageIndex(0)});
    session->apply(visit::MakeBlankPlan{});
    EXPECT_GT(session->visit().sheets.value_or(0), 4) << "counted before anything prints";
    session->apply(visit::Print{});
    EXPECT_EQ(session->visit().printing.pages, session->visit().sheets);
    job_is(status::JobState::completed);
    ASSERT_TRUE(comes_to(visit::Screen::in_hand));
    session->apply(visit::Back{});
    session->apply(visit::OpenLearn{});
    session->apply(visit::OpenTopic{0});
    session->apply(visit::PrintTopic{});
    EXPECT_GE(session->visit().sheets.value_or(0), 1);
    EXPECT_LE(session->visit().sheets.value_or(9), 3);
    session->apply(visit::Print{});
    EXPECT_EQ(session->visit().printing.pages, session->visit().sheets);
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
        return session->visit().printing.trouble == status::Trouble::door_open;
    }));
    EXPECT_EQ(session->visit().screen, visit::Screen::printing);
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

TEST_F(SessionTest, APaperInHandIsNoForgottenSheet) {
    go_to_review();
    session->apply(visit::Print{});
    EXPECT_EQ(TrayMemory(kept).recall(), visit::Tray::forgotten_sheet);
    job_is(status::JobState::completed);
    ASSERT_TRUE(comes_to(visit::Screen::in_hand));
    session->apply(visit::InHand{});
    EXPECT_EQ(TrayMemory(kept).recall(), visit::Tray::checked);
}

TEST_F(SessionTest, WhatThePrinterTellsReachesTheStaff) {
    {
        const std::lock_guard lock(script.mutex);
        script.device.reasons = {"toner-low-report"};
        script.device.media = {{"iso_a4_210x297mm", 21000, 29700}};
    }
    EXPECT_TRUE(eventually([&] {
        session->take_reports();
        const auto& printer = session->visit().printer;
        return printer.notices == 1U << static_cast<unsigned>(status::Notice::toner_low) &&
               printer.paper == status::PaperKind::a4 && printer.leftovers == visit::Leftovers::none;
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
    EXPECT_EQ(next.visit().screen, visit::Screen::goodbye);
    EXPECT_EQ(next.visit().language, content::LanguageIndex(1));
    EXPECT_EQ(next.visit().text_size, visit::TextSize::large);
    EXPECT_EQ(next.visit().theme, visit::Theme::black_on_white);
    EXPECT_EQ(next.visit().ended, visit::EndReason::erased);
}

TEST_F(SessionTest, WhereNoVisitMayBeginItSaysSoAndLooksAgain) {
    session->refuse_visits();
    EXPECT_EQ(session->visit().screen, visit::Screen::not_ready);
    session->apply(visit::CheckAgain{});
    EXPECT_EQ(session->ended(), visit::EndReason::again);
    Session next(tests::check_in_pack(), tests::typesetter(), nullptr, {}, TrayMemory(""), [] {});
    next.say_goodbye(session->farewell());
    EXPECT_EQ(next.visit().screen, visit::Screen::language) << "nobody was there to say goodbye to";
}

TEST_F(SessionTest, TheVisitItselfLiesInTheArena) {
    const auto* const visit = reinterpret_cast<const std::byte*>(&session->visit());
    EXPECT_FALSE(arena.all_zero());
    session->apply(visit::ChooseLanguage{content::LanguageIndex(2)});
    session->stop_printing();
    arena.zero();
    EXPECT_TRUE(std::all_of(visit, visit + sizeof(visit::Visit), [](std::byte b) { return b == std::byte{0}; }));
}

}  // namespace
}  // namespace pocketplan::app
