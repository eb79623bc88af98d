#include <fstream>
#include <sstream>

#include "kiosk/machine/staff_code.h"
#include "tests/kiosk/app/session_test.h"

namespace pocketplan::app {
namespace {

using tests::eventually;

// With a code, and a state folder of its own.
class StaffSessionTest : public SessionTest {
protected:
    StaffSessionTest() { begin(); }
    void begin(const machine::CodeTries& tries = {}) {
        session = std::make_unique<Session>(
            tests::check_in_pack(), tests::typesetter(), std::make_unique<tests::FakePrinter>(script), PrintSettings{},
            TrayMemory(kept), [] {}, &mark, StaffRoom(hash, {kept, kept / "health.prom"}, tries));
        health_written = session->tell_health();
    }
    void enter(std::u32string_view code) {
        session->apply(visit::Cover{visit::Overlay::staff_code});
        for (const char32_t digit : code) session->apply(visit::Type{digit});
        session->apply(visit::EnterCode{});
    }
    [[nodiscard]] bool at_desk() const { return session->visit().overlay == visit::Overlay::desk; }
    bool test_is(status::Progress progress, status::Trouble trouble) {
        return eventually([&] {
            session->take_reports();
            const auto& test = session->visit().desk.test;
            return test && test->progress == progress && test->trouble == trouble;
        });
    }
    bool health_says(const std::string& line) {
        return eventually([&] {
            session->take_reports();
            return health().find(line) != std::string::npos;
        });
    }
    [[nodiscard]] std::string health() const {
        std::ostringstream all;
        all << std::ifstream(kept / "health.prom").rdbuf();
        return all.str();
    }

    const std::string hash = machine::hash_code("730184").value();
    bool health_written = false;
};

TEST_F(StaffSessionTest, TheRightCodeOpensTheDeskAndNoWrongOne) {
    enter(U"730185");
    EXPECT_FALSE(at_desk());
    EXPECT_TRUE(session->visit().desk.open.code.empty());
    enter(U"730184");
    EXPECT_TRUE(at_desk());
}

TEST_F(StaffSessionTest, TheWaitOutlivesTheVisit) {
    for (int n = 0; n < 3; ++n) enter(U"730185");
    const auto farewell = session->farewell();
    begin(farewell.tries);
    enter(U"730184");
    EXPECT_FALSE(at_desk());
    EXPECT_GT(session->visit().desk.open.answer->seconds, 0);
}

TEST_F(StaffSessionTest, ATestPageIsOneJobWithNothingOfTheVisit) {
    go_to_review();
    enter(U"730184");
    session->apply(visit::PrintTest{});
    ASSERT_TRUE(test_is(status::Progress::printing, status::Trouble::none));
    job_is(status::JobState::completed);
    ASSERT_TRUE(test_is(status::Progress::done, status::Trouble::none));
    EXPECT_TRUE(session->visit().is<visit::Reviewing>()) << "nobody is asked whether it is in their hand";
    EXPECT_FALSE(session->farewell().printed);
    EXPECT_EQ(TrayMemory(kept).recall(), visit::Tray::checked);
    const std::lock_guard lock(script.mutex);
    EXPECT_EQ(script.submitted, 1);
    const std::string printed(reinterpret_cast<const char*>(script.printed.data()), script.printed.size());
    EXPECT_NE(printed.find("/Count 1"), std::string::npos) << "one page";
    EXPECT_EQ(printed.find("<4D4D4D4D4D4D4D4D4D4D4D4D4D4D4D4D>"), std::string::npos) << "not even its mark";
}

TEST_F(StaffSessionTest, APrinterThatIsOffIsToldAtTheDesk) {
    {
        const std::lock_guard lock(script.mutex);
        script.device.reached = false;
    }
    enter(U"730184");
    session->apply(visit::PrintTest{});
    EXPECT_TRUE(test_is(status::Progress::trouble, status::Trouble::gone));
}

// What is still told of a test page that was cancelled is not taken for the plan's.
TEST_F(StaffSessionTest, APlanIsNeverTakenForTheTestPageBeforeIt) {
    go_to_review();
    enter(U"730184");
    session->apply(visit::PrintTest{});
    ASSERT_TRUE(test_is(status::Progress::printing, status::Trouble::none));
    job_is(status::JobState::completed);
    // Until it is told, and not taken yet.
    ASSERT_TRUE(eventually([&] {
        const std::lock_guard lock(script.mutex);
        return script.left_over.empty();
    }));
    job_is(status::JobState::processing);
    session->apply(visit::CloseOverlay{});
    session->apply(visit::Print{});
    session->take_reports();
    EXPECT_TRUE(session->visit().is<visit::Printing>()) << "nothing of it is out";
    EXPECT_FALSE(session->visit().printed);
}

TEST_F(StaffSessionTest, WhatStaffSetIsThereForTheNextVisit) {
    enter(U"730184");
    session->apply(visit::SwitchLanguage{content::LanguageIndex(3)});
    session->apply(visit::SetFirstLoudness{visit::Aloud::louder});
    EXPECT_FALSE(session->visit().desk.open.unwritten);
    begin();
    EXPECT_TRUE(visit::is_off(session->visit().desk.shown_off, content::LanguageIndex(3)));
    EXPECT_EQ(session->visit().hearing.loudness.step(), visit::Loudness::usual + 1);
}

TEST_F(StaffSessionTest, ADatabaseThatCannotBeWrittenIsToldAtTheDesk) {
    std::filesystem::create_directory(kept / "state.db");
    enter(U"730184");
    session->apply(visit::SetFirstLoudness{visit::Aloud::louder});
    EXPECT_TRUE(session->visit().desk.open.unwritten);
    session->apply(visit::OpenDeskPage{visit::DeskPage::counts});
    EXPECT_FALSE(session->visit().desk.open.counts);
}

TEST_F(StaffSessionTest, TheHealthFileSaysThatStaffAreCalledUntilTheVisitIsOver) {
    EXPECT_NE(health().find("pocketplan_staff_called 0"), std::string::npos);
    go_to_review();
    session->apply(visit::Print{});
    job_is(status::JobState::completed);
    ASSERT_TRUE(comes_to<visit::AskingForPaper>());
    session->apply(visit::CallStaff{});
    EXPECT_NE(health().find("pocketplan_staff_called 1"), std::string::npos);
    begin();
    EXPECT_NE(health().find("pocketplan_staff_called 0"), std::string::npos);
}

// A new process, and so a new Session, begins at the end of each visit, and hears from the printer for the first time.
TEST_F(StaffSessionTest, TheHealthFileDoesNotTellWhenAVisitEndedInWhichNobodyCalled) {
    {
        const std::lock_guard lock(script.mutex);
        script.device.media_ready = false;
    }
    ASSERT_TRUE(health_says("pocketplan_printer_trouble{name=\"out_of_paper\"} 1\n"));
    const auto file = kept / "health.prom";
    const auto written = std::filesystem::file_time_type::clock::now() - std::chrono::hours(5);
    std::filesystem::last_write_time(file, written);
    const auto said = health();
    begin();
    ASSERT_TRUE(eventually([&] { return session->take_reports(); }));
    EXPECT_EQ(health(), said);
    EXPECT_EQ(std::filesystem::last_write_time(file), written);
}

TEST_F(StaffSessionTest, TheHealthFileSaysWhatStaffShouldSeeTo) {
    EXPECT_THAT(health(), testing::HasSubstr("\npocketplan_ready 1\n"));
    ASSERT_TRUE(eventually([&] { return session->take_reports(); }));
    EXPECT_THAT(health(), testing::Not(testing::HasSubstr("pocketplan_printer_trouble{"))) << "it is ready";
    session->apply(visit::Found{visit::Finding::swap});
    session->apply(visit::RefuseVisits{});
    EXPECT_THAT(health(), testing::AllOf(testing::HasSubstr("\npocketplan_ready 0\n"),
                                         testing::HasSubstr("\npocketplan_finding{name=\"swap\"} 1\n"),
                                         testing::HasSubstr("\npocketplan_content_info{pack=\"check-in\",version=\"")));
}

TEST_F(StaffSessionTest, KnowsWhetherTheHealthFileCanBeWritten) {
    EXPECT_TRUE(health_written);
    std::filesystem::remove(kept / "health.prom");
    std::filesystem::create_directory(kept / "health.prom");
    begin();
    EXPECT_FALSE(health_written);
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
