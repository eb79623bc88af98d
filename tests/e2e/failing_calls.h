#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::tests {

// A system call that fails, as strace makes it fail: each time, or the n-th.
struct FailingCall {
    std::string call;
    std::string error;
    std::filesystem::path path = {};  // only where it has to do with this file; empty: wherever
    std::string when = "1+";          // strace(1), "inject": first, last and step
};

// What to call a program by, so that the call fails from its beginning; the program keeps its process id. `log`:
// strace's own lines.
std::vector<std::string> failing_from_the_start(const FailingCall& call, const std::filesystem::path& log);

// The call fails in a program that runs, and in whatever it becomes, as long as this object lives.
class Failing {
public:
    Failing(pid_t process, const FailingCall& call);
    ~Failing();
    Failing(const Failing&) = delete;
    Failing& operator=(const Failing&) = delete;

    // How often it has failed so far.
    [[nodiscard]] int times() const;

private:
    TemporaryFolder folder_{"failing_calls", "/var/lib"};  // where no search looks
    std::filesystem::path log_ = folder_.path() / "log";
    Process tracer_;
};

}  // namespace pocketplan::tests
