#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/process.h"

namespace pocketplan::tests {

// A port that nobody listens on and that no other run of the tests has taken; reserved until this process ends.
int free_port();

// An IPP Everywhere printer by the CUPS project (ippeveprinter), with D-Bus and Avahi, which it cannot do without.
// Needs root.
class RealPrinter {
public:
    // quick: finishes a job immediately, where the program itself takes seconds per page. slow: the program's own pace.
    enum class Pace { quick, slow };
    struct Setup {
        std::string formats = "application/pdf,image/pwg-raster";
        std::string command = {};               // run for each job, with its file; empty: the program's own slow way
        std::vector<std::string> options = {};  // more options for the program, for example -A
    };
    explicit RealPrinter(int port, Pace pace = Pace::slow);
    RealPrinter(int port, const Setup& setup);
    ~RealPrinter();

    // Whether it answers.
    [[nodiscard]] bool ready() const;
    [[nodiscard]] std::string uri(const std::string& scheme = "ipp") const {
        return scheme + "://localhost:" + std::to_string(port_) + "/ipp/print";
    }
    [[nodiscard]] int port() const { return port_; }
    // What it printed, and everything else in its spool.
    [[nodiscard]] std::vector<std::filesystem::path> spool() const;
    [[nodiscard]] std::filesystem::path folder() const { return folder_; }
    // Everybody's unfinished jobs, as its own program reports them.
    [[nodiscard]] std::size_t unfinished_jobs() const;

    void take_paper_out() const { load(0); }
    void put_paper_in() const { load(25); }
    // In percent.
    void set_toner(int level) const;
    void hang() const { printer_->signal(SIGSTOP); }
    void go_on() const { printer_->signal(SIGCONT); }
    void unplug() { printer_->kill_and_wait(); }
    // On again, with an empty memory.
    void plug_in();

private:
    void load(int sheets) const;
    void visit_page(const std::string& page) const;

    int port_;
    std::filesystem::path folder_;
    std::vector<std::string> call_;
    std::unique_ptr<Process> printer_;
};

}  // namespace pocketplan::tests
