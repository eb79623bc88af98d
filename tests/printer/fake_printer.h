#pragma once

#include <mutex>

#include "printer/queue/printer.h"

namespace pocketplan::tests {

// A printer that does as the test says at once. For speed; the same tests stand beside the real one.
struct FakePrinter : queue::Printer {
    struct Script {
        std::mutex mutex;
        status::DeviceReport device{true, status::PrinterState::idle, {}, true, true};
        status::JobReport job{true, status::JobState::processing, {}, 0};
        tl::expected<queue::JobId, queue::SubmitFault> submit = queue::JobId(7);
        std::vector<queue::JobId> left_over;
        std::vector<queue::JobId> cancelled;
        std::vector<std::byte> printed;
        bool cancels = true;
        bool abandoned = false;
    };
    template <class Do>
    auto locked(Do act) {
        const std::lock_guard lock(script.mutex);
        return act();
    }

    explicit FakePrinter(Script& given) : script(given) {}

    status::DeviceReport device() override {
        return locked([&] { return script.device; });
    }
    tl::expected<queue::JobId, queue::SubmitFault> submit(std::span<const std::byte> pdf) override {
        return locked([&] {
            script.printed.assign(pdf.begin(), pdf.end());
            return script.submit;
        });
    }
    status::JobReport job(queue::JobId) override {
        return locked([&] { return script.job; });
    }
    bool cancel(queue::JobId job) override {
        return locked([&] {
            script.cancelled.push_back(job);
            return script.cancels;
        });
    }
    tl::expected<std::vector<queue::JobId>, queue::SubmitFault> unfinished_jobs() override {
        return locked([&] { return script.left_over; });
    }
    void abandon() override {
        locked([&] { return script.abandoned = true; });
    }

    Script& script;
};

}  // namespace pocketplan::tests
