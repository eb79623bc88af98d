// A private scheduler (cupsd) in front of a real printer (ippeveprinter). Run as root.

#include "tests/printer/print_test.h"
#include "tests/support/real_printer.h"
#include "tests/support/real_scheduler.h"

namespace pocketplan::queue {
namespace {

using status::Progress;
using status::Trouble;
using tests::eventually;
using tests::free_port;
using tests::RealPrinter;
using tests::RealScheduler;

const char* const queue_uri = "cups:office";

TEST(CupsQueue, PrintsThroughTheLocalSchedulerWhichKeepsNoFile) {
    const RealPrinter real(free_port());
    const RealScheduler scheduler(real);
    ASSERT_TRUE(scheduler.has_queue());
    Visit visit(queue_uri);
    EXPECT_TRUE(visit.hears_of_printer(Trouble::none));
    visit.print("plan");
    EXPECT_TRUE(visit.hears_progress(Progress::done));
    EXPECT_EQ(real.unfinished_jobs(), 0U);  // done means that the device is done
    EXPECT_EQ(real.spool().size(), 1U);
    EXPECT_TRUE(visit.queue_is(QueueState::clear));
    EXPECT_TRUE(eventually([&] { return scheduler.documents() == 0; }));
}

TEST(CupsQueue, ASchedulerThatKeepsJobFilesIsToldToDropThem) {
    const RealPrinter real(free_port(), RealPrinter::Pace::quick);
    const RealScheduler scheduler(real, "PreserveJobFiles Yes\nPreserveJobHistory Yes");
    Visit visit(queue_uri);
    visit.print("plan");
    ASSERT_TRUE(visit.hears_progress(Progress::done));
    EXPECT_TRUE(visit.queue_is(QueueState::clear));
    EXPECT_TRUE(eventually([&] { return scheduler.documents() == 0; }));
}

TEST(CupsQueue, PrintsOnAPrinterThatTakesRasterOnly) {
    const RealPrinter real(free_port(), RealPrinter::Setup{.formats = "image/pwg-raster"});
    const RealScheduler scheduler(real);
    ASSERT_TRUE(scheduler.has_queue());
    const auto printer = open(queue_uri);
    EXPECT_EQ(printer->path(), Path::scheduler);
    EXPECT_EQ(status::judge_printer(printer->device()), Trouble::none);
    const auto job = printer->submit({sample_pdf("plan")});
    ASSERT_TRUE(job);
    ASSERT_TRUE(completes(*printer, *job));
    ASSERT_EQ(real.spool().size(), 1U);
    const auto raster = read_bytes(real.spool()[0]);
    ASSERT_GT(raster.size(), 4U);
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(raster.data()), 4), "RaS2");  // PWG 5102.4
}

TEST(CupsQueue, OutOfPaperIsReadFromTheDeviceAndItsJobIsCancelledThereToo) {
    const RealPrinter real(free_port());
    const RealScheduler scheduler(real);
    Visit visit(queue_uri);
    EXPECT_TRUE(visit.hears_of_printer(Trouble::none));
    visit.forget_reports();
    real.take_paper_out();
    EXPECT_TRUE(visit.hears_of_printer(Trouble::out_of_paper));  // an idle scheduler does not know
    visit.print("plan");
    EXPECT_TRUE(eventually([&] { return real.unfinished_jobs() == 1; }));
    visit.forget_reports();
    visit.cancel();
    // The scheduler says that the job is gone, but the device still has it: that is what counts.
    EXPECT_TRUE(visit.queue_is(QueueState::uncertain));
    EXPECT_TRUE(scheduler.idle());
    EXPECT_EQ(real.unfinished_jobs(), 1U);
    visit.forget_reports();
    real.put_paper_in();
    EXPECT_TRUE(visit.hears_of_printer(Trouble::none));
    EXPECT_TRUE(visit.queue_is(QueueState::clear));
    EXPECT_EQ(real.unfinished_jobs(), 0U);
    EXPECT_EQ(scheduler.documents(), 0U);
    visit.end();
    expect_only_the_next_prints(real, queue_uri);
}

TEST(CupsQueue, AStoppedQueueIsPausedAndItsJobNeverPrintsAfterTheVisit) {
    const RealPrinter real(free_port(), RealPrinter::Pace::quick);
    const RealScheduler scheduler(real);
    scheduler.stop_queue();
    {
        Visit visit(queue_uri);
        EXPECT_TRUE(visit.hears_of_printer(Trouble::paused));
        visit.print("plan");
        EXPECT_TRUE(visit.hears_of_job(Trouble::paused));
        EXPECT_TRUE(visit.end());
    }
    EXPECT_FALSE(scheduler.idle());
    Visit next(queue_uri);
    EXPECT_TRUE(next.queue_is(QueueState::clear));
    EXPECT_TRUE(scheduler.idle());
    next.end();
    scheduler.start_queue();
    expect_only_the_next_prints(real, queue_uri);
}

TEST(CupsQueue, AQueueThatHoldsJobsIsNoSuccess) {
    const RealPrinter real(free_port(), RealPrinter::Pace::quick);
    const RealScheduler scheduler(real);
    scheduler.hold_jobs();
    Visit visit(queue_uri);
    visit.print("plan");
    EXPECT_TRUE(visit.hears_of_job(Trouble::held));
    EXPECT_FALSE(visit.was_done());
    visit.forget_reports();
    visit.cancel();
    EXPECT_TRUE(visit.queue_is(QueueState::clear));
    EXPECT_TRUE(scheduler.idle());
    EXPECT_EQ(printed(real).size(), 0U);
}

TEST(CupsQueue, AQueueThatTakesNoJobsSaysSo) {
    const RealPrinter real(free_port(), RealPrinter::Pace::quick);
    const RealScheduler scheduler(real);
    scheduler.refuse_jobs();
    Visit visit(queue_uri);
    EXPECT_TRUE(visit.hears_of_printer(Trouble::not_accepting));
    visit.print("plan");
    EXPECT_TRUE(visit.hears_of_job(Trouble::not_accepting));
}

TEST(CupsQueue, ASchedulerThatComesBackWithAnOldJobIsClearedBeforeAnythingPrints) {
    const RealPrinter real(free_port(), RealPrinter::Pace::quick);
    RealScheduler scheduler(real);
    scheduler.stop_queue();
    Visit visit(queue_uri);
    visit.print("plan");
    EXPECT_TRUE(visit.hears_of_job(Trouble::paused));
    scheduler.crash();
    EXPECT_TRUE(visit.hears_of_job(Trouble::gone));
    visit.end();
    scheduler.start();
    EXPECT_FALSE(scheduler.idle());
    Visit next(queue_uri);
    EXPECT_TRUE(next.queue_is(QueueState::clear));
    next.end();
    scheduler.start_queue();
    expect_only_the_next_prints(real, queue_uri);
}

TEST(CupsQueue, ADeviceThatHangsBehindTheSchedulerKeepsTheQueueUncertain) {
    const RealPrinter real(free_port());
    const RealScheduler scheduler(real);
    Visit visit(queue_uri);
    visit.print("plan");
    EXPECT_TRUE(eventually([&] { return real.unfinished_jobs() == 1; }));
    real.hang();
    visit.forget_reports();
    visit.cancel();
    EXPECT_TRUE(visit.queue_is(QueueState::uncertain));
    visit.forget_reports();
    real.go_on();
    EXPECT_TRUE(visit.queue_is(QueueState::clear));
    EXPECT_EQ(real.unfinished_jobs(), 0U);
    visit.end();
    expect_only_the_next_prints(real, queue_uri);
}

TEST(CupsQueue, AQueueThatIsNotThereIsGone) {
    setenv("CUPS_SERVER", ("localhost:" + std::to_string(free_port())).c_str(), 1);
    const auto printer = open("cups:nowhere");
    EXPECT_EQ(status::judge_printer(printer->device()), Trouble::gone);
    EXPECT_EQ(printer->clear(), Clearing::not_yet);
    unsetenv("CUPS_SERVER");
}

}  // namespace
}  // namespace pocketplan::queue
