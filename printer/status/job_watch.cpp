#include "printer/status/job_watch.h"

#include <algorithm>

namespace pocketplan::status {
namespace {

// More than a job goes through; a device that tells of more is making them up.
constexpr std::size_t most_told = 32;

}  // namespace

bool JobWatch::moves(const JobReport& job) {
    std::pair told(job.state, job.reasons);
    const bool news = told_.size() < most_told && std::find(told_.begin(), told_.end(), told) == told_.end();
    if (news) told_.push_back(std::move(told));
    const bool more = job.impressions_completed > pages_ || job.bytes_processed > bytes_;
    pages_ = std::max(pages_, job.impressions_completed);
    bytes_ = std::max(bytes_, job.bytes_processed);
    return news || more;
}

JobVerdict JobWatch::look(const JobReport& job, const DeviceReport& device, Time now) {
    const bool pages_came = !told_.empty() && job.impressions_completed > pages_;
    const bool moved = job.known && moves(job);
    const auto verdict = judge_job(job, device, pages_came ? Moving::pages_come : Moving::unknown);
    // Time that somebody spends on a known fault does not count against the job.
    if (moved || verdict.trouble != Trouble::none) moved_ = now;
    if (verdict.progress == Progress::done || verdict.trouble != Trouble::none) return verdict;
    if (now - moved_ >= patience) return {Progress::trouble, Trouble::stalled, verdict.pages_done};
    return verdict;
}

}  // namespace pocketplan::status
