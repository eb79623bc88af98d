#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/process.h"

namespace pocketplan::tests {

// An IPP Everywhere printer by the CUPS project (ippeveprinter), with D-Bus and Avahi, which it cannot do without.
// Needs root.
class RealPrinter {
public:
    // quick: ends a job at once, where the program itself takes seconds a page. slow: as it comes.
    enum class Pace { quick, slow };
    explicit RealPrinter(int port, Pace pace = Pace::slow);
    ~RealPrinter();

    // Whether it answers.
    [[nodiscard]] bool ready() const;
    [[nodiscard]] std::string uri() const { return "ipp://localhost:" + std::to_string(port_) + "/ipp/print"; }
    // What it printed, and all else that lies in its spool.
    [[nodiscard]] std::vector<std::filesystem::path> spool() const;
    [[nodiscard]] std::filesystem::path folder() const { return folder_; }

    void take_paper_out() const { load(0); }
    void put_paper_in() const { load(25); }
    void hang() const { printer_->signal(SIGSTOP); }
    void go_on() const { printer_->signal(SIGCONT); }
    void unplug() { printer_->kill_and_wait(); }

private:
    void load(int sheets) const;

    int port_;
    std::filesystem::path folder_;
    std::unique_ptr<Process> bus_;
    std::unique_ptr<Process> avahi_;
    std::unique_ptr<Process> printer_;
};

}  // namespace pocketplan::tests
