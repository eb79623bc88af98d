#include "printer/queue/worker.h"

#include <utility>

namespace pocketplan::queue {

using status::Progress;
using status::Trouble;

// What both threads share. It outlives a worker that could not be joined in time.
struct Worker::State {
    std::unique_ptr<Printer> printer;  // null: there is none
    std::chrono::milliseconds poll;

    std::mutex mutex;  // guards all below
    std::condition_variable changed;
    std::function<void()> wake;
    std::vector<Report> reports;
    std::optional<std::span<const std::byte>> to_print;
    bool to_cancel = false;
    bool stopping = false;
    bool stopped = false;
};

namespace {

Trouble trouble_of(SubmitFault fault) {
    switch (fault) {
        case SubmitFault::unreachable:
            return Trouble::gone;
        case SubmitFault::refused:
        case SubmitFault::interrupted:
            return Trouble::failed;
    }
    std::abort();
}

bool at_its_end(const status::JobVerdict& verdict) {
    return verdict.progress == Progress::done || verdict.trouble == Trouble::failed;
}

// What the worker's thread does; `State` is its only tie to the other.
template <class State>
class Round {
public:
    explicit Round(State& state) : state_(state) {}

    void run() {
        while (wait_for_work()) {
            if (!clean_) clean_up();
            if (cancel_) cancel_job();
            if (pdf_) submit();
            look();
        }
    }

private:
    // Jobs of a visit that ended before its paper did must not come out for the next person; tried until the device
    // confirms that none is left.
    void clean_up() {
        if (!state_.printer) return;
        const auto jobs = state_.printer->unfinished_jobs();
        if (!jobs) return;
        clean_ = true;
        for (const auto job : *jobs) {
            if (job != job_ && !state_.printer->cancel(job)) clean_ = false;
        }
    }

    // Until there is something to do, or it is time to look at the device. False: stop.
    bool wait_for_work() {
        std::unique_lock lock(state_.mutex);
        const auto pause = first_ ? std::chrono::milliseconds(0) : job_ ? state_.poll / 4 : state_.poll;
        first_ = false;
        state_.changed.wait_for(lock, pause, [&] { return state_.stopping || state_.to_print || state_.to_cancel; });
        pdf_ = std::exchange(state_.to_print, std::nullopt);
        cancel_ = std::exchange(state_.to_cancel, false);
        return !state_.stopping;
    }

    void tell(const Report& report) {
        const std::lock_guard lock(state_.mutex);
        state_.reports.push_back(report);
        if (state_.wake) state_.wake();
    }

    void tell_job(const status::JobVerdict& verdict) {
        tell({Report::Kind::job, verdict.trouble, verdict.progress, verdict.pages_done, job_});
        if (at_its_end(verdict)) job_.reset();
    }

    void submit() {
        const auto pdf = *std::exchange(pdf_, std::nullopt);
        if (!state_.printer) return tell_job({Progress::trouble, Trouble::no_printer, 0});
        const auto job = state_.printer->submit(pdf);
        if (!job) return tell_job({Progress::trouble, trouble_of(job.error()), 0});
        job_ = *job;
        last_verdict_.reset();
        tell_job({Progress::waiting, Trouble::none, 0});
    }

    void cancel_job() {
        // One that will not go is tried again with all that is left over, here or in the next process.
        if (job_ && !state_.printer->cancel(*job_)) clean_ = false;
        job_.reset();
    }

    void look() {
        const auto device = state_.printer ? state_.printer->device() : status::DeviceReport{};
        const auto trouble = state_.printer ? status::judge_printer(device) : Trouble::no_printer;
        if (last_trouble_ != trouble) tell({Report::Kind::printer, trouble, Progress::waiting, 0, std::nullopt});
        last_trouble_ = trouble;
        if (!job_) return;
        const auto verdict = status::judge_job(state_.printer->job(*job_), device);
        const bool same = last_verdict_ && last_verdict_->progress == verdict.progress &&
                          last_verdict_->trouble == verdict.trouble && last_verdict_->pages_done == verdict.pages_done;
        last_verdict_ = verdict;
        if (!same) tell_job(verdict);
    }

    State& state_;
    std::optional<std::span<const std::byte>> pdf_;
    bool cancel_ = false;
    bool first_ = true;
    bool clean_ = false;
    std::optional<JobId> job_;
    std::optional<Trouble> last_trouble_;
    std::optional<status::JobVerdict> last_verdict_;
};

}  // namespace

Worker::Worker(std::unique_ptr<Printer> printer, std::function<void()> wake, std::chrono::milliseconds poll)
    : state_(std::make_shared<State>()) {
    state_->printer = std::move(printer);
    state_->wake = std::move(wake);
    state_->poll = poll;
    thread_ = std::thread([state = state_] {
        Round(*state).run();
        const std::lock_guard lock(state->mutex);
        state->stopped = true;
        state->changed.notify_all();
    });
}

Worker::~Worker() {
    stop();
}

void Worker::print(std::span<const std::byte> pdf) {
    const std::lock_guard lock(state_->mutex);
    state_->to_print = pdf;
    state_->changed.notify_all();
}

void Worker::cancel() {
    const std::lock_guard lock(state_->mutex);
    state_->to_cancel = true;
    state_->to_print.reset();
    state_->changed.notify_all();
}

std::vector<Report> Worker::take_reports() {
    const std::lock_guard lock(state_->mutex);
    return std::exchange(state_->reports, {});
}

bool Worker::stop(std::chrono::milliseconds patience) {
    if (!thread_.joinable()) return true;
    std::unique_lock lock(state_->mutex);
    state_->stopping = true;
    state_->wake = nullptr;
    state_->changed.notify_all();
    if (state_->printer) state_->printer->abandon();
    const bool in_time = state_->changed.wait_for(lock, patience, [&] { return state_->stopped; });
    lock.unlock();
    // One that still waits for a connection holds nothing of the visit, and sees the flag before it would read any.
    in_time ? thread_.join() : thread_.detach();
    return in_time;
}

}  // namespace pocketplan::queue
