#include "printer/status/status.h"

#include <set>

#include <gtest/gtest.h>

#include "printer/status/job_watch.h"

namespace pocketplan::status {
namespace {

using namespace std::chrono_literals;

DeviceReport device(std::vector<std::string> reasons, bool media_ready = true) {
    DeviceReport report;
    report.reached = true;
    report.reasons = std::move(reasons);
    report.media_ready = media_ready;
    return report;
}

JobReport job(JobState state) {
    JobReport report;
    report.known = true;
    report.state = state;
    return report;
}

struct Case {
    std::vector<std::string> reasons;
    bool media_ready;
    Trouble trouble;
};

TEST(JudgePrinter, SaysWhatKeepsPaperFromComingOut) {
    const std::vector<Case> cases{
        {{}, true, Trouble::none},
        {{"none"}, true, Trouble::none},
        {{"media-empty-error"}, true, Trouble::out_of_paper},
        {{"media-needed"}, true, Trouble::out_of_paper},
        {{"media-empty-warning"}, true, Trouble::none},  // the other tray
        {{"media-empty-warning", "media-needed-warning"}, true, Trouble::out_of_paper},
        {{"media-empty-warning"}, false, Trouble::out_of_paper},
        {{"media-empty-report"}, false, Trouble::out_of_paper},
        {{"media-low-warning"}, true, Trouble::none},
        {{"media-jam-error"}, true, Trouble::jam},
        {{"media-jam-warning"}, true, Trouble::jam},
        {{"cover-open-warning"}, true, Trouble::door_open},
        {{"door-open"}, true, Trouble::door_open},
        {{"toner-low-warning", "marker-supply-low-report"}, true, Trouble::none},
        {{"marker-supply-empty-error"}, true, Trouble::toner_empty},
        {{"marker-supply-empty-warning"}, true, Trouble::none},
        {{"paused"}, true, Trouble::paused},
        {{"media-empty-error", "media-jam-error", "cover-open-error"}, false, Trouble::jam},
        {{"media-empty-error", "cover-open-error"}, false, Trouble::door_open},
        {{"some-vendors-own-error"}, true, Trouble::none},
    };
    for (const auto& each : cases) {
        EXPECT_EQ(judge_printer(device(each.reasons, each.media_ready)), each.trouble)
            << testing::PrintToString(each.reasons) << (each.media_ready ? "" : " nothing loaded");
    }
}

TEST(JudgePrinter, OneThatDoesNotAnswerIsGone) {
    EXPECT_EQ(judge_printer({}), Trouble::gone);
}

TEST(JudgePrinter, OneThatWouldNotTalkSaysWhy) {
    DeviceReport report;
    report.refusal = Refusal::sign_in;
    EXPECT_EQ(judge_printer(report), Trouble::sign_in);
    report.refusal = Refusal::wrong_certificate;
    EXPECT_EQ(judge_printer(report), Trouble::wrong_certificate);
}

TEST(Notices, NameEachThingOnceAndNeverWhatBlocks) {
    const auto report = device({"toner-low-warning", "marker-supply-low-report", "media-low", "media-jam-error"});
    EXPECT_EQ(notices_of(report), (std::vector{Notice::paper_low, Notice::toner_low}));
    EXPECT_TRUE(notices_of(device({})).empty());
}

TEST(JudgePrinter, OneThatStandsStillWithoutAReasonHasStopped) {
    auto report = device({});
    report.state = PrinterState::stopped;
    EXPECT_EQ(judge_printer(report), Trouble::stopped);
    report = device({});
    report.accepting_jobs = false;
    EXPECT_EQ(judge_printer(report), Trouble::not_accepting);
    report = device({});
    report.takes_pdf = false;
    EXPECT_EQ(judge_printer(report), Trouble::no_pdf);
}

TEST(JudgeJob, OnlyCompletedIsDone) {
    EXPECT_EQ(judge_job(job(JobState::completed), device({})).progress, Progress::done);
    for (const auto state : {JobState::pending, JobState::held, JobState::processing, JobState::stopped,
                             JobState::cancelled, JobState::aborted}) {
        EXPECT_NE(judge_job(job(state), device({})).progress, Progress::done);
    }
}

TEST(JudgeJob, AJobThatWaitsForPaperIsInTroubleThoughItSaysProcessing) {
    const auto verdict = judge_job(job(JobState::processing), device({"media-needed-warning"}, false));
    EXPECT_EQ(verdict.progress, Progress::trouble);
    EXPECT_EQ(verdict.trouble, Trouble::out_of_paper);
}

TEST(JudgeJob, EndsBadlyWhereItWasAbortedOrForgotten) {
    EXPECT_EQ(judge_job(job(JobState::aborted), device({})).trouble, Trouble::failed);
    EXPECT_EQ(judge_job(job(JobState::cancelled), device({})).trouble, Trouble::failed);
    EXPECT_EQ(judge_job({}, device({})).trouble, Trouble::failed);
    EXPECT_EQ(judge_job({}, {}).trouble, Trouble::gone);
    EXPECT_EQ(judge_job(job(JobState::held), device({})).trouble, Trouble::held);
    auto waits_for_a_password = job(JobState::held);
    waits_for_a_password.reasons = {"cups-held-for-authentication"};
    EXPECT_EQ(judge_job(waits_for_a_password, device({})).trouble, Trouble::sign_in);
}

TEST(JudgeJob, TellsHowFarItIs) {
    auto report = job(JobState::processing);
    report.impressions_completed = 3;
    EXPECT_EQ(judge_job(report, device({})).pages_done, 3);
    EXPECT_EQ(judge_job(report, device({})).progress, Progress::printing);
    EXPECT_EQ(judge_job(job(JobState::pending), device({})).progress, Progress::waiting);
}

TEST(JudgeJob, AnotherTraysEmptinessIsNoFaultOfAJobWhosePagesCome) {
    const auto empty = device({"media-empty-error"});
    EXPECT_EQ(judge_job(job(JobState::processing), empty, Moving::pages_come).trouble, Trouble::none);
    EXPECT_EQ(judge_job(job(JobState::processing), empty).trouble, Trouble::out_of_paper);
    const auto jammed = device({"media-jam-error"});
    EXPECT_EQ(judge_job(job(JobState::processing), jammed, Moving::pages_come).trouble, Trouble::jam);
}

TEST(JudgeJob, WhatBecomesOfNewJobsIsNoFaultOfOneThatIsIn) {
    auto closed = device({"hold-new-jobs"});
    closed.accepting_jobs = false;
    EXPECT_EQ(judge_printer(closed), Trouble::held);
    EXPECT_EQ(judge_job(job(JobState::processing), closed).progress, Progress::printing);
    EXPECT_EQ(judge_job(job(JobState::processing), closed).trouble, Trouble::none);
}

// Polls a job while the test's time passes.
class JobWatchTest : public testing::Test {
protected:
    JobVerdict after(std::chrono::seconds passed, const DeviceReport& device = status::device({})) {
        now += passed;
        return watch.look(report, device, now);
    }
    JobWatch::Time now;
    JobWatch watch{now};
    JobReport report = job(JobState::processing);
};

TEST_F(JobWatchTest, AJobThatStandsStillForAMinuteIsStalledUntilItMoves) {
    EXPECT_EQ(after(1s).trouble, Trouble::none);
    EXPECT_EQ(after(59s).trouble, Trouble::none);
    EXPECT_EQ(after(1s).trouble, Trouble::stalled);
    ++report.impressions_completed;
    EXPECT_EQ(after(1s).trouble, Trouble::none);
    EXPECT_EQ(after(59s).trouble, Trouble::none);
    EXPECT_EQ(after(1s).trouble, Trouble::stalled);
    report.state = JobState::completed;
    EXPECT_EQ(after(1s).progress, Progress::done);
}

TEST_F(JobWatchTest, BytesAndReasonsAreMovesToo) {
    after(0s);
    after(59s);
    ++report.bytes_processed;
    EXPECT_EQ(after(59s).trouble, Trouble::none);
    report.reasons = {"job-printing"};
    EXPECT_EQ(after(59s).trouble, Trouble::none);
    EXPECT_EQ(after(60s).trouble, Trouble::stalled);
}

TEST_F(JobWatchTest, WaveringBetweenWhatWasToldBeforeIsNoMove) {
    Trouble last = Trouble::none;
    for (int second = 0; second <= 61; ++second) {
        const bool odd = second % 2 != 0;
        report.state = odd ? JobState::pending : JobState::processing;
        report.impressions_completed = odd ? 3 : 2;
        report.bytes_processed = odd ? 70 : 90;
        last = after(1s).trouble;
    }
    EXPECT_EQ(last, Trouble::stalled);
}

TEST_F(JobWatchTest, NewReasonsWithoutEndAreNoMoves) {
    Trouble last = Trouble::none;
    for (int second = 0; second <= 120; ++second) {
        report.reasons = {"reason-" + std::to_string(second)};
        last = after(1s).trouble;
    }
    EXPECT_EQ(last, Trouble::stalled);
}

TEST_F(JobWatchTest, TheTimeThatStaffTakeToLoadPaperIsNotTheJobs) {
    after(0s);
    EXPECT_EQ(after(300s, device({"media-empty-error"})).trouble, Trouble::out_of_paper);
    EXPECT_EQ(after(59s).trouble, Trouble::none);
}

TEST(Trouble, EachHasATextOfItsOwn) {
    std::set<std::string_view> ids;
    for (int trouble = 1; trouble <= static_cast<int>(last_trouble); ++trouble) {
        EXPECT_TRUE(text_id(static_cast<Trouble>(trouble)).starts_with("printer."));
        ids.insert(text_id(static_cast<Trouble>(trouble)));
    }
    for (int notice = 0; notice <= static_cast<int>(last_notice); ++notice) {
        EXPECT_TRUE(text_id(static_cast<Notice>(notice)).starts_with("printer.notice."));
        ids.insert(text_id(static_cast<Notice>(notice)));
    }
    EXPECT_EQ(ids.size(), static_cast<std::size_t>(last_trouble) + static_cast<std::size_t>(last_notice) + 1);
    EXPECT_EQ(text_id(Trouble::wrong_certificate), "printer.wrong_certificate");
    EXPECT_EQ(text_id(Trouble::waste_full), "printer.waste_full");
    EXPECT_EQ(text_id(Notice::look), "printer.notice.look");
}

}  // namespace
}  // namespace pocketplan::status
