#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

#include "printer/queue/printer.h"

namespace pocketplan::queue {

// What the worker has to say; numbers and judgements only.
struct Report {
    enum class Kind { printer, job } kind = Kind::printer;
    status::Trouble trouble = status::Trouble::none;
    status::Progress progress = status::Progress::waiting;  // job
    int pages_done = 0;                                     // job
    std::optional<JobId> job;                               // set once the device has given a number
};

// The one thread that talks to the printer. Driven by the loop on the UI thread: it asks, and later takes reports.
// Polls the device every 2 s, and follows the job to its end. Owns nothing of the visit: it reads the PDF in the
// arena's memory only between print() and the report that the job has a number or failed, or stop().
class Worker {
public:
    // `wake` is called from the worker's thread when a report is waiting; it must only poke the UI thread.
    Worker(std::unique_ptr<Printer> printer, std::function<void()> wake,
           std::chrono::milliseconds poll = std::chrono::seconds(2));
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    // One job at a time; `pdf` must stay until the first job report.
    void print(std::span<const std::byte> pdf);
    void cancel();
    // All reports since the last call, oldest first. Never waits.
    std::vector<Report> take_reports();
    // Abandons what is under way and waits at most `patience`; true when the thread has let go of all memory of the
    // visit.
    bool stop(std::chrono::milliseconds patience = std::chrono::milliseconds(50));

private:
    struct State;
    std::shared_ptr<State> state_;
    std::thread thread_;
};

}  // namespace pocketplan::queue
