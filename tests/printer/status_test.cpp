#include "printer/status/status.h"

#include <gtest/gtest.h>

namespace pocketplan::status {
namespace {

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
        {{"marker-supply-empty-error"}, true, Trouble::stopped},
        {{"marker-supply-empty-warning"}, true, Trouble::none},
        {{"paused"}, true, Trouble::stopped},
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

TEST(JudgePrinter, OneThatStandsStillWithoutAReasonHasStopped) {
    auto report = device({});
    report.state = PrinterState::stopped;
    EXPECT_EQ(judge_printer(report), Trouble::stopped);
    report = device({});
    report.accepting_jobs = false;
    EXPECT_EQ(judge_printer(report), Trouble::stopped);
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
    EXPECT_EQ(judge_job(job(JobState::held), device({})).trouble, Trouble::stopped);
}

TEST(JudgeJob, TellsHowFarItIs) {
    auto report = job(JobState::processing);
    report.impressions_completed = 3;
    EXPECT_EQ(judge_job(report, device({})).pages_done, 3);
    EXPECT_EQ(judge_job(report, device({})).progress, Progress::printing);
    EXPECT_EQ(judge_job(job(JobState::pending), device({})).progress, Progress::waiting);
}

TEST(Trouble, EachHasASentence) {
    for (int trouble = 1; trouble <= static_cast<int>(Trouble::failed); ++trouble) {
        EXPECT_TRUE(text_id(static_cast<Trouble>(trouble)).starts_with("printer."));
    }
}

}  // namespace
}  // namespace pocketplan::status
