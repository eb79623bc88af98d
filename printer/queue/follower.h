#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "printer/queue/report.h"
#include "printer/status/job_watch.h"

namespace pocketplan::queue {

// What the visit asked for since the last round. cancel: nothing of the visit may print any more.
enum class Wish { none, cancel };

// What the print worker does, without its thread and its clock: clears the queue of leftovers, submits, follows the job
// to its end, and reports what changed. Driven round by round by Worker.
class Follower {
public:
    using Time = std::chrono::steady_clock::time_point;
    // If the queue is not confirmed clear within this time, that is reported, and new jobs are refused. A real printer
    // takes a second or two to cancel.
    static constexpr std::chrono::seconds clearing_patience{5};

    // From the first poll that finds nothing to the last, with nothing found between: a request that was on its way
    // when the last visit ended may be older than the first answer, and still be acted on after it.
    static constexpr std::chrono::milliseconds settling{500};

    // `printer` may be null: none is configured.
    Follower(Printer* printer, std::function<Time()> now, std::function<void(Report)> tell);

    // `pdf`: a new document, which must live until the first report on a job.
    void round(const std::optional<Document>& document, Wish wish);
    // Whether something is under way that has to be polled more often than an idle printer.
    [[nodiscard]] bool busy() const { return job_ || document_ || clearing_ != Clearing::clear; }

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

    std::optional<Document> document_;
    std::optional<JobId> job_;
    std::optional<status::JobWatch> watch_;
    std::optional<status::JobVerdict> last_verdict_;
    Clearing clearing_ = Clearing::not_yet;
    std::optional<Time> empty_since_;  // the first of the polls in a row that found nothing
    Time unclear_since_;
    std::optional<QueueState> last_queue_;
    std::optional<Report> last_look_;
};

}  // namespace pocketplan::queue
