#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <thread>
#include <vector>

#include "printer/queue/report.h"

namespace pocketplan::queue {

// The only thread that talks to the printer. Driven by the loop on the UI thread: it asks, and later takes reports.
// First it clears the queue of what an earlier visit left; then it polls the device every 2 s, and follows the job to
// its end. Owns nothing of the visit: it reads the PDF in the arena's memory only between print() and the first report
// on the job, or stop().
class Worker {
public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    // `wake` is called from the worker's thread when a report is waiting; it must do nothing but wake the UI thread.
    // `now` is used to tell how long a job has not moved; tests pass their own clock.
    Worker(std::unique_ptr<Printer> printer, std::function<void()> wake,
           std::chrono::milliseconds poll = std::chrono::seconds(2), Clock now = std::chrono::steady_clock::now);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    // False where the system had no thread to give: then nothing is ever reported.
    [[nodiscard]] bool runs() const { return thread_.joinable(); }

    // One job at a time; `pdf` must stay until the first job report. Returns the document's number, from 1, by which
    // reports on its job are told from those on one before, which may still be on their way.
    int print(const Document& document);
    // Cancels what is under way; a queue report says when that is confirmed.
    void cancel();
    // All reports since the last call, oldest first. Never blocks.
    std::vector<Report> take_reports();
    // Abandons what is under way and waits at most `patience`. True if the thread has let go of all memory of the
    // visit.
    bool stop(std::chrono::milliseconds patience = std::chrono::milliseconds(50));

private:
    struct State;
    static void work(State& state);

    std::shared_ptr<State> state_;
    std::thread thread_;
};

}  // namespace pocketplan::queue
