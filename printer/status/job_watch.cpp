#include "printer/status/job_watch.h"

namespace pocketplan::status {

JobVerdict JobWatch::look(const JobReport& job, const DeviceReport& device, Time now) {
    const bool pages_came =
        last_ && job.known && last_->known && job.impressions_completed > last_->impressions_completed;
    const bool moved = !last_ || pages_came || job.state != last_->state || job.reasons != last_->reasons ||
                       job.bytes_processed != last_->bytes_processed;
    last_ = job;
    const auto verdict = judge_job(job, device, pages_came ? Moving::pages_come : Moving::unknown);
    // Time that somebody spends on a known fault does not count against the job.
    if (moved || verdict.trouble != Trouble::none) moved_ = now;
    if (verdict.progress == Progress::done || verdict.trouble != Trouble::none) return verdict;
    if (now - moved_ >= patience) return {Progress::trouble, Trouble::stalled, verdict.pages_done};
    return verdict;
}

}  // namespace pocketplan::status
