#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "tests/support/process.h"
#include "tests/support/real_printer.h"

namespace pocketplan::tests {

// A scheduler of our own (cupsd) on a port of its own, with one queue, "office", to a real printer. While it lives it
// is the one that "cups:" means. Needs root.
class RealScheduler {
public:
    // `settings`: what cupsd.conf says of keeping jobs; by itself what docs/OPERATING.md asks for.
    explicit RealScheduler(const RealPrinter& printer,
                           const std::string& settings = "PreserveJobFiles No\nPreserveJobHistory 60");
    ~RealScheduler();

    [[nodiscard]] pid_t process() const { return scheduler_->id(); }
    [[nodiscard]] bool has_queue() const;
    // Documents that lie in the spool ("d00001-001"); what is known of a job ("c00001") names none of its content.
    [[nodiscard]] std::size_t documents() const;
    // Nobody's jobs are on their way.
    [[nodiscard]] bool idle() const;

    void stop_queue() const { tell("cupsdisable"); }
    void start_queue() const { tell("cupsenable"); }
    void refuse_jobs() const { tell("cupsreject"); }
    // Every new job, until somebody releases it.
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
