#include "printer/queue/worker.h"

#include <array>

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
        worker = std::make_unique<Worker>(
            std::make_unique<FakePrinter>(script), [] {}, 4ms);
    }
    // Whether such a report comes.
    bool reports(Report::Kind kind, Progress progress, Trouble trouble) {
        return eventually([&] {
            for (const auto& report : worker->take_reports()) taken.push_back(report);
            return std::any_of(taken.begin(), taken.end(), [&](const Report& r) {
                return r.kind == kind && r.progress == progress && r.trouble == trouble;
            });
        });
    }
    template <class Change>
    void change(Change act) {
        const std::lock_guard lock(script.mutex);
        act();
    }

    FakePrinter::Script script;
    std::unique_ptr<Worker> worker;
    std::vector<Report> taken;
    std::array<std::byte, 3> pdf{std::byte{1}, std::byte{2}, std::byte{3}};
};

TEST_F(WorkerTest, FollowsAJobToItsEnd) {
    start();
    worker->print(pdf);
    EXPECT_TRUE(reports(Report::Kind::job, Progress::printing, Trouble::none));
    change([&] { script.job.state = status::JobState::completed; });
    EXPECT_TRUE(reports(Report::Kind::job, Progress::done, Trouble::none));
    EXPECT_EQ(script.printed.size(), pdf.size());
}

TEST_F(WorkerTest, TellsOfTroubleWhileAJobWaitsAndOfItsEnd) {
    start();
    worker->print(pdf);
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

TEST_F(WorkerTest, CancelsWhatAnEarlierVisitLeftBehind) {
    script.left_over = {JobId(3), JobId(4)};
    start();
    EXPECT_TRUE(reports(Report::Kind::printer, Progress::waiting, Trouble::none));
    EXPECT_EQ(script.cancelled, (std::vector{JobId(3), JobId(4)}));
}

TEST_F(WorkerTest, TriesAgainUntilWhatWasLeftBehindIsGoneButSparesItsOwnJob) {
    script.left_over = {JobId(3), JobId(7)};
    script.cancels = false;
    start();
    worker->print(pdf);
    EXPECT_TRUE(reports(Report::Kind::job, Progress::printing, Trouble::none));
    change([&] {
        script.cancelled.clear();
        script.cancels = true;
    });
    EXPECT_TRUE(eventually([&] {
        const std::lock_guard lock(script.mutex);
        return !script.cancelled.empty();
    }));
    change([&] { EXPECT_EQ(script.cancelled, std::vector{JobId(3)}); });
}

TEST_F(WorkerTest, CancelsItsJob) {
    start();
    worker->print(pdf);
    EXPECT_TRUE(reports(Report::Kind::job, Progress::printing, Trouble::none));
    worker->cancel();
    EXPECT_TRUE(eventually([&] {
        const std::lock_guard lock(script.mutex);
        return script.cancelled == std::vector{JobId(7)};
    }));
}

TEST_F(WorkerTest, SaysSoWhereAJobIsNotTaken) {
    script.submit = tl::unexpected(SubmitFault::unreachable);
    start();
    worker->print(pdf);
    EXPECT_TRUE(reports(Report::Kind::job, Progress::trouble, Trouble::gone));
    change([&] { script.submit = tl::unexpected(SubmitFault::refused); });
    worker->print(pdf);
    EXPECT_TRUE(reports(Report::Kind::job, Progress::trouble, Trouble::failed));
}

TEST_F(WorkerTest, WithoutAPrinterSaysSoAndTakesNoJob) {
    worker = std::make_unique<Worker>(
        nullptr, [] {}, 4ms);
    EXPECT_TRUE(reports(Report::Kind::printer, Progress::waiting, Trouble::no_printer));
    worker->print(pdf);
    EXPECT_TRUE(reports(Report::Kind::job, Progress::trouble, Trouble::no_printer));
}

TEST_F(WorkerTest, LetsGoOfEverythingWhenItIsStopped) {
    start();
    worker->print(pdf);
    EXPECT_TRUE(worker->stop(5s));
    EXPECT_TRUE(script.abandoned);
}

}  // namespace
}  // namespace pocketplan::queue
