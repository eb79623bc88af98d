#include "printer/queue/worker.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

#include "printer/queue/follower.h"
#include "printer/queue/thread.h"

namespace pocketplan::queue {

// Shared by both threads. Outlives a worker that could not be joined in time.
struct Worker::State {
    std::unique_ptr<Printer> printer;  // null: none is configured
    std::chrono::milliseconds poll;
    Clock now;

    std::mutex mutex;  // guards all below
    std::condition_variable changed;
    std::function<void()> wake;
    std::vector<Report> reports;
    std::optional<Document> to_print;
    int documents = 0;  // asked for so far; the last is the one in to_print
    int document = 0;   // the last one that was taken
    Wish wish = Wish::none;
    bool stopping = false;
    bool stopped = false;
};

void Worker::work(State& state) {
    Follower follower(state.printer.get(), state.now, [&](Report report) {
        const std::lock_guard lock(state.mutex);
        report.document = state.document;
        state.reports.push_back(std::move(report));
        if (state.wake) state.wake();
    });
    std::unique_lock lock(state.mutex);
    while (!state.stopping) {
        const auto document = std::exchange(state.to_print, std::nullopt);
        if (document) state.document = state.documents;
        const auto wish = std::exchange(state.wish, Wish::none);
        lock.unlock();
        follower.round(document, wish);
        lock.lock();
        const auto pause = follower.busy() ? state.poll / 4 : state.poll;
        state.changed.wait_for(lock, pause,
                               [&] { return state.stopping || state.to_print || state.wish != Wish::none; });
    }
    state.stopped = true;
    state.changed.notify_all();
}

Worker::Worker(std::unique_ptr<Printer> printer, std::function<void()> wake, std::chrono::milliseconds poll, Clock now)
    : state_(std::make_shared<State>()) {
    state_->printer = std::move(printer);
    state_->wake = std::move(wake);
    state_->poll = poll;
    state_->now = std::move(now);
    thread_ = start_thread([state = state_] { work(*state); });
}

Worker::~Worker() {
    stop();
}

int Worker::print(const Document& document) {
    const std::lock_guard lock(state_->mutex);
    state_->to_print = document;
    state_->changed.notify_all();
    return ++state_->documents;
}

void Worker::cancel() {
    const std::lock_guard lock(state_->mutex);
    state_->wish = Wish::cancel;
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
    // A thread that still waits for a connection holds nothing of the visit, and sees the flag before it would read
    // anything.
    in_time ? thread_.join() : thread_.detach();
    return in_time;
}

}  // namespace pocketplan::queue
