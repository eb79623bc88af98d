#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "printer/queue/report.h"
#include "printer/status/job_watch.h"

namespace pocketplan::queue {

// The visit's wish since the last round. cancel: nothing of the visit may print any more.
enum class Wish { none, cancel };

// What the print worker does, without its thread and its clock: clears the queue of what is left over, submits, follows
// the job to its end, and tells what changed. Driven round by round by Worker.
class Follower {
public:
    using Time = std::chrono::steady_clock::time_point;
    // A queue that is not confirmed to be clear for so long is told of, and refuses new jobs. Cancelling takes a real
    // printer a second or two.
    static constexpr std::chrono::seconds clearing_patience{5};

    // From the first look that finds nothing to the last, with nothing found between: a request that was on its way
    // when the last visit ended may be older than the first answer and yet be heeded after it.
    static constexpr std::chrono::milliseconds settling{500};

    // `printer` may be null: there is none.
    Follower(Printer* printer, std::function<Time()> now, std::function<void(Report)> tell);

    // `pdf`: a new document, which must live until the first report on a job.
    void round(std::optional<std::span<const std::byte>> pdf, Wish wish);
    // Something is under way that is worth a closer look than an idle printer.
    [[nodiscard]] bool busy() const { return job_ || pdf_ || clearing_ != Clearing::clear; }

private:
    void clear_up();
    void submit();
    void look();
    void unclear();
    void tell_queue(QueueState queue);
    void tell_job(const status::JobVerdict& verdict);

    Printer* printer_;
    std::function<Time()> now_;
    std::function<void(Report)> tell_;

    std::optional<std::span<const std::byte>> pdf_;
    std::optional<JobId> job_;
    std::optional<status::JobWatch> watch_;
    std::optional<status::JobVerdict> last_verdict_;
    Clearing clearing_ = Clearing::not_yet;
    std::optional<Time> empty_since_;  // the first of the looks in a row that found nothing
    Time unclear_since_;
    std::optional<QueueState> last_queue_;
    std::optional<Report> last_look_;
};

}  // namespace pocketplan::queue
