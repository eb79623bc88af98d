#pragma once

#include <optional>
#include <vector>

#include "printer/queue/printer.h"
#include "printer/status/paper.h"

namespace pocketplan::queue {

// clear: it is confirmed that nothing of ours is left in it. uncertain: that could not be confirmed in time; new jobs
// are refused (Trouble::leftover) until it can.
enum class QueueState { clear, uncertain };

// What the worker reports; numbers and verdicts only.
struct Report {
    enum class Kind { printer, job, queue } kind = Kind::printer;
    status::Trouble trouble = status::Trouble::none;
    status::Progress progress = status::Progress::waiting;  // job
    int pages_done = 0;                                     // job
    int document = 0;                                       // job: which, as Worker::print() told
    std::optional<JobId> job;                               // set once the device has assigned a number
    QueueState queue = QueueState::uncertain;               // queue
    std::vector<status::Notice> notices;                    // printer
    status::PaperSetup paper;                               // printer
};

}  // namespace pocketplan::queue
