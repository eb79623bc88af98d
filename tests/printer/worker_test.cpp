#include "printer/queue/worker.h"

#include <array>
#include <atomic>

#include <gtest/gtest.h>

#include "tests/printer/fake_printer.h"
#include "tests/support/process.h"

namespace pocketplan::queue {
namespace {

using namespace std::chrono_literals;
using status::Progress;
using status::Trouble;
using tests::eventually;
using tests::FakePrinter;

class WorkerTest : public testing::Test {
protected:
    void start() {
        const auto now = [this] { return std::chrono::steady_clock::time_point(time.load()); };
        worker = std::make_unique<Worker>(
            std::make_unique<FakePrinter>(script), [] {}, 4ms, now);
    }
    // Whether such a report comes while the worker's clock advances.
    template <class Is>
    bool comes(Is is) {
        return eventually([&] {
            time = time.load() + 300ms;
            for (auto& report : worker->take_reports()) taken.push_back(std::move(report));
            return std::any_of(taken.begin(), taken.end(), is);
        });
    }
    bool reports(Report::Kind kind, Progress progress, Trouble trouble) {
        return comes([&](const Report& r) { return r.kind == kind && r.progress == progress && r.trouble == trouble; });
    }
    bool queue_is(QueueState queue) {
        return comes([&](const Report& r) { return r.kind == Report::Kind::queue && r.queue == queue; });
    }
    template <class Change>
    void change(Change act) {
        const std::lock_guard lock(script.mutex);
        act();
    }

    FakePrinter::Script script;
    std::atomic<std::chrono::milliseconds> time = 0ms;  // of the worker's clock
    std::unique_ptr<Worker> worker;
    std::vector<Report> taken;
    std::array<std::byte, 3> pdf{std::byte{1}, std::byte{2}, std::byte{3}};
};

TEST_F(WorkerTest, FollowsAJobToItsEndAndConfirmsThatNothingIsLeft) {
    start();
    worker->print({pdf});
    EXPECT_TRUE(reports(Report::Kind::job, Progress::printing, Trouble::none));
    taken.clear();
    change([&] { script.job.state = status::JobState::completed; });
    EXPECT_TRUE(reports(Report::Kind::job, Progress::done, Trouble::none));
    EXPECT_TRUE(queue_is(QueueState::clear));
    EXPECT_EQ(script.printed.size(), pdf.size());
    EXPECT_TRUE(script.cancelled.empty());
}

TEST_F(WorkerTest, NumbersWhatItPrintsSoThatReportsAreNotMixedUp) {
    start();
    EXPECT_EQ(worker->print({pdf}), 1);
    EXPECT_TRUE(reports(Report::Kind::job, Progress::printing, Trouble::none));
    change([&] { script.job.state = status::JobState::completed; });
    EXPECT_TRUE(reports(Report::Kind::job, Progress::done, Trouble::none));
    const auto of_first = [](const Report& r) { return r.kind != Report::Kind::job || r.document == 1; };
    EXPECT_TRUE(std::all_of(taken.begin(), taken.end(), of_first));
    taken.clear();
    EXPECT_EQ(worker->print({pdf}), 2);
    EXPECT_TRUE(comes([](const Report& r) { return r.kind == Report::Kind::job && r.document == 2; }));
    EXPECT_TRUE(std::none_of(taken.begin(), taken.end(),
                             [](const Report& r) { return r.kind == Report::Kind::job && r.document == 1; }));
}

TEST_F(WorkerTest, TellsOfTroubleWhileAJobWaitsAndOfItsEnd) {
    start();
    worker->print({pdf});
    change([&] { script.device.reasons = {"media-empty-error"}; });
    EXPECT_TRUE(reports(Report::Kind::job, Progress::trouble, Trouble::out_of_paper));
    taken.clear();
    change([&] { script.device.reasons.clear(); });
    EXPECT_TRUE(reports(Report::Kind::job, Progress::printing, Trouble::none));
}

TEST_F(WorkerTest, WatchesTheDeviceWithoutAnyJob) {
    start();
    EXPECT_TRUE(reports(Report::Kind::printer, Progress::waiting, Trouble::none));
    change([&] { script.device.reached = false; });
    EXPECT_TRUE(reports(Report::Kind::printer, Progress::waiting, Trouble::gone));
}

TEST_F(WorkerTest, TellsStaffsNoticesAndThePaperThatIsLoaded) {
    change([&] { script.device.media = {{"iso_a4_210x297mm", 21000, 29700}}; });
    start();
    EXPECT_TRUE(comes([](const Report& r) { return r.paper.kind == status::PaperKind::a4; }));
    change([&] { script.device.reasons = {"toner-low-warning"}; });
    EXPECT_TRUE(comes([](const Report& r) { return r.notices == std::vector{status::Notice::toner_low}; }));
}

TEST_F(WorkerTest, AJobThatStandsStillIsStalledAndCancelledWithTheVisit) {
    start();
    worker->print({pdf});
    EXPECT_TRUE(reports(Report::Kind::job, Progress::printing, Trouble::none));
    time = time.load() + 61s;
    EXPECT_TRUE(reports(Report::Kind::job, Progress::trouble, Trouble::stalled));
    taken.clear();
    worker->cancel();
    EXPECT_TRUE(queue_is(QueueState::clear));
    EXPECT_EQ(script.cancelled, std::vector{JobId(7)});
}

TEST_F(WorkerTest, CancelsWhatAnEarlierVisitLeftBehindBeforeItPrints) {
    script.left_over = {JobId(3), JobId(4)};
    start();
    worker->print({pdf});
    EXPECT_TRUE(reports(Report::Kind::job, Progress::printing, Trouble::none));
    EXPECT_EQ(script.cancelled, (std::vector{JobId(3), JobId(4)}));
}

TEST_F(WorkerTest, AQueueIsClearOnceNothingWasFoundForAWhile) {
    script.left_over = {JobId(3)};
    script.comes_back = 2;
    start();
    EXPECT_TRUE(queue_is(QueueState::clear));
    change([&] {
        EXPECT_EQ(script.cancelled, (std::vector{JobId(3), JobId(3), JobId(3)}));
        EXPECT_GE(script.looks, 5);
    });
}

TEST_F(WorkerTest, RefusesToPrintWhileAnEarlierJobMayStillComeOut) {
    script.left_over = {JobId(3)};
    script.clearing = Clearing::not_yet;
    start();
    worker->print({pdf});
    EXPECT_TRUE(reports(Report::Kind::printer, Progress::waiting, Trouble::none));
    time = time.load() + 6s;
    EXPECT_TRUE(queue_is(QueueState::uncertain));
    EXPECT_TRUE(reports(Report::Kind::job, Progress::trouble, Trouble::leftover));
    change([&] {
        EXPECT_EQ(script.submitted, 0);
        script.clearing = Clearing::clear;
    });
    taken.clear();
    EXPECT_TRUE(queue_is(QueueState::clear));
    worker->print({pdf});
    EXPECT_TRUE(reports(Report::Kind::job, Progress::printing, Trouble::none));
    EXPECT_EQ(script.cancelled, std::vector{JobId(3)});
}

TEST_F(WorkerTest, DoesNotRefuseWhereOnlyTheLastLookIsMissing) {
    script.clearing = Clearing::not_yet;
    start();
    const auto looked_again = [&] {
        int before = 0;
        change([&] { before = script.looks; });
        return eventually([&] {
            const std::lock_guard lock(script.mutex);
            return script.looks > before + 1;
        });
    };
    time = 4800ms;
    change([&] { script.clearing = Clearing::clear; });
    ASSERT_TRUE(looked_again());
    worker->print({pdf});
    time = 5100ms;
    ASSERT_TRUE(looked_again());
    for (const auto& report : worker->take_reports()) EXPECT_NE(report.trouble, Trouble::leftover);
    change([&] { EXPECT_EQ(script.submitted, 0); });
    EXPECT_TRUE(reports(Report::Kind::job, Progress::printing, Trouble::none));
}

TEST_F(WorkerTest, PrintingAgainWaitsAMomentForTheFirstJobToBeGone) {
    start();
    worker->print({pdf});
    EXPECT_TRUE(reports(Report::Kind::job, Progress::printing, Trouble::none));
    change([&] { script.clearing = Clearing::not_yet; });
    taken.clear();
    worker->cancel();
    worker->print({pdf});
    std::atomic<int> looks = 0;
    EXPECT_TRUE(eventually([&] { return ++looks > 3; }));
    change([&] {
        EXPECT_EQ(script.submitted, 1);
        script.clearing = Clearing::clear;
    });
    EXPECT_TRUE(reports(Report::Kind::job, Progress::printing, Trouble::none));
    change([&] {
        EXPECT_EQ(script.submitted, 2);
        EXPECT_EQ(script.cancelled, std::vector{JobId(7)});
    });
}

TEST_F(WorkerTest, SaysSoWhereAJobIsNotTaken) {
    start();
    EXPECT_TRUE(queue_is(QueueState::clear));
    const std::vector<std::pair<SubmitFault, Trouble>> cases{
        {SubmitFault::unreachable, Trouble::gone},
        {SubmitFault::refused, Trouble::failed},
        {SubmitFault::no_pdf, Trouble::no_pdf},
        {SubmitFault::sign_in, Trouble::sign_in},
        {SubmitFault::wrong_certificate, Trouble::wrong_certificate}};
    for (const auto& [fault, trouble] : cases) {
        change([&, &f = fault] { script.submit = tl::unexpected(f); });
        worker->print({pdf});
        EXPECT_TRUE(reports(Report::Kind::job, Progress::trouble, trouble));
    }
}

TEST_F(WorkerTest, APrinterThatTakesNoPdfIsGivenNoJob) {
    script.device.takes_pdf = false;
    start();
    worker->print({pdf});
    EXPECT_TRUE(reports(Report::Kind::job, Progress::trouble, Trouble::no_pdf));
    EXPECT_EQ(script.submitted, 0);
}

TEST_F(WorkerTest, APrinterThatLetsNobodySeeItsJobsAsksToSignIn) {
    script.clearing = Clearing::sign_in;
    start();
    EXPECT_TRUE(reports(Report::Kind::printer, Progress::waiting, Trouble::sign_in));
    worker->print({pdf});
    EXPECT_TRUE(reports(Report::Kind::job, Progress::trouble, Trouble::sign_in));
    EXPECT_EQ(script.submitted, 0);
}

TEST_F(WorkerTest, WithoutAPrinterSaysSoAndTakesNoJob) {
    worker = std::make_unique<Worker>(
        nullptr, [] {}, 4ms);
    EXPECT_TRUE(reports(Report::Kind::printer, Progress::waiting, Trouble::no_printer));
    worker->print({pdf});
    EXPECT_TRUE(reports(Report::Kind::job, Progress::trouble, Trouble::no_printer));
}

TEST_F(WorkerTest, LetsGoOfEverythingWhenItIsStopped) {
    start();
    worker->print({pdf});
    EXPECT_TRUE(worker->stop(5s));
    EXPECT_TRUE(script.abandoned);
}

}  // namespace
}  // namespace pocketplan::queue
