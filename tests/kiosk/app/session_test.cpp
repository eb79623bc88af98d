#include "kiosk/app/session.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/forgetting/memory.h"
#include "kiosk/machine/staff_code.h"
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
        while (session->visit().is<visit::Asking>()) session->apply(visit::Skip{});
    }
    template <class Where>
    bool comes_to() {
        return eventually([&] {
            session->take_reports();
            return session->visit().is<Where>();
        });
    }
    // What a loop does while nobody touches anything.
    int works() {
        int times = 0;
        while (session->work() != Session::Work::nothing) ++times;
        return times;
    }
    [[nodiscard]] visit::Stack stack() {
        works();
        const auto* const reviewing = session->visit().in<visit::Reviewing>();
        return reviewing == nullptr ? visit::Stack{} : reviewing->stack.value_or(visit::Stack{});
    }
    [[nodiscard]] int sheets() { return stack().sheets; }
    // Its version, once it is drawn.
    std::uint32_t picture(int number, int width) {
        session->pictures().begin();
        session->pictures().find(number, width);
        works();
        const auto found = session->pictures().find(number, width);
        EXPECT_TRUE(found && found->width == width);
        return found ? found->version : 0;
    }
    void job_is(status::JobState state) {
        const std::lock_guard lock(script.mutex);
        script.job.state = state;
    }

    const forgetting::Mark mark = [] {
        forgetting::Mark all;
        all.fill(std::byte{'M'});
        return all;
    }();
    std::filesystem::path kept = std::filesystem::temp_directory_path() / ("session_test." + std::to_string(getpid()));
    forgetting::Arena arena =
        std::move(forgetting::Arena::create(32 << 20, forgetting::Arena::Unlocked::allowed).value());
    std::pmr::memory_resource* before;
    tests::FakePrinter::Script script;
    std::unique_ptr<Session> session;
};

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

// With a code, and a state folder of its own.
class StaffSessionTest : public SessionTest {
protected:
    StaffSessionTest() { begin(); }
    void begin(const machine::CodeTries& tries = {}) {
        session = std::make_unique<Session>(
            tests::check_in_pack(), tests::typesetter(), std::make_unique<tests::FakePrinter>(script), PrintSettings{},
            TrayMemory(kept), [] {}, &mark, StaffRoom(hash, {kept, kept / "health.prom"}, tries));
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
    [[nodiscard]] std::string health() const {
        std::ostringstream all;
        all << std::ifstream(kept / "health.prom").rdbuf();
        return all.str();
    }

    const std::string hash = machine::hash_code("730184").value();
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
