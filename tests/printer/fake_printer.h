#pragma once

#include <algorithm>
#include <mutex>
#include <vector>

#include "printer/queue/printer.h"

namespace pocketplan::tests {

// A printer that immediately does what the test says. For speed; the same tests exist with a real one.
struct FakePrinter : queue::Printer {
    struct Script {
        Script() { device.reached = true; }

        std::mutex mutex;
        status::DeviceReport device;
        status::JobReport job{true, status::JobState::processing, {}, 0, 0};
        tl::expected<queue::JobId, queue::SubmitFault> submit = queue::JobId(7);
        std::vector<queue::JobId> left_over;  // the jobs in it, including its own
        std::vector<queue::JobId> cancelled;
        std::vector<std::byte> printed;
        status::PaperKind paper{};  // of that
        int submitted = 0;
        int looks = 0;                                      // of clear()
        int comes_back = 0;                                 // how often cancelled jobs reappear
        queue::Clearing clearing = queue::Clearing::clear;  // the result of clear()
        bool abandoned = false;
    };
    template <class Do>
    auto locked(Do act) {
        const std::lock_guard lock(script.mutex);
        return act();
    }

    explicit FakePrinter(Script& given) : script(given) {}

    [[nodiscard]] queue::Path path() const override { return queue::Path::direct_pdf; }
    status::DeviceReport device() override {
        return locked([&] { return script.device; });
    }
    tl::expected<queue::JobId, queue::SubmitFault> submit(const queue::Document& document) override {
        return locked([&] {
            script.printed.assign(document.pdf.begin(), document.pdf.end());
            script.paper = document.paper;
            if (script.submit) script.left_over.push_back(*script.submit);
            ++script.submitted;
            return script.submit;
        });
    }
    status::JobReport job(queue::JobId) override {
        return locked([&] { return script.job; });
    }
    queue::Clearing clear() override {
        return locked([&] {
            if (script.clearing != queue::Clearing::clear) return script.clearing;
            const bool done = script.job.state == status::JobState::completed;
            if (done && script.submit) std::erase(script.left_over, *script.submit);
            ++script.looks;
            if (script.left_over.empty()) return queue::Clearing::clear;
            script.cancelled.insert(script.cancelled.end(), script.left_over.begin(), script.left_over.end());
            if (--script.comes_back < 0) script.left_over.clear();
            return queue::Clearing::not_yet;
        });
    }
    void abandon() override {
        locked([&] { return script.abandoned = true; });
    }

    Script& script;
};

}  // namespace pocketplan::tests
