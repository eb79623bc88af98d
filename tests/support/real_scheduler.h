#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "tests/support/process.h"
#include "tests/support/real_printer.h"

namespace pocketplan::tests {

// A private scheduler (cupsd) on a port of its own, with one queue, "office", to a real printer. While it lives,
// "cups:" means this one. Needs root.
class RealScheduler {
public:
    // `settings`: what cupsd.conf says about keeping jobs; by default what docs/OPERATING.md asks for.
    explicit RealScheduler(const RealPrinter& printer,
                           const std::string& settings = "PreserveJobFiles No\nPreserveJobHistory 60");
    ~RealScheduler();

    [[nodiscard]] pid_t process() const { return scheduler_->id(); }
    [[nodiscard]] bool has_queue() const;
    // Documents in the spool ("d00001-001"); the files about jobs ("c00001") say nothing of their content.
    [[nodiscard]] std::size_t documents() const;
    // Whether no jobs are on their way.
    [[nodiscard]] bool idle() const;

    void stop_queue() const { tell("cupsdisable"); }
    void start_queue() const { tell("cupsenable"); }
    void refuse_jobs() const { tell("cupsreject"); }
    // Holds every new job until somebody releases it.
    void hold_jobs() const;
    void crash() { scheduler_->kill_and_wait(); }
    void start();

private:
    void tell(const std::string& program) const;

    std::string server_;
    std::filesystem::path folder_;
    std::unique_ptr<Process> scheduler_;
};

}  // namespace pocketplan::tests
