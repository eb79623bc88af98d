#pragma once

#include <chrono>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

#include <sys/types.h>

namespace pocketplan::tests {

// Another program, run alongside a test; ended with it, together with its children.
class Process {
public:
    // `log`: where both its outputs go.
    Process(const std::vector<std::string>& call, const std::string& log = "/dev/null",
            const std::vector<std::string>& environment = {});
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    [[nodiscard]] pid_t id() const { return id_; }
    void signal(int number) const { ::kill(id_, number); }
    [[nodiscard]] bool running();
    // Waits for it to end; returns its exit status, or 128 plus the signal.
    int wait();
    void kill_and_wait();

private:
    pid_t id_ = -1;
    int status_ = -1;
};

struct Output {
    int status = 0;
    std::string out;
    std::string err;
};
// Runs a program to its end.
Output run(const std::vector<std::string>& call);

// Polls until `condition` holds; false if it does not within `patience`.
template <class Condition>
bool eventually(Condition condition, std::chrono::seconds patience = std::chrono::seconds(40));

}  // namespace pocketplan::tests

template <class Condition>
bool pocketplan::tests::eventually(Condition condition, std::chrono::seconds patience) {
    using namespace std::chrono_literals;
    const auto end = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < end) {
        if (condition()) return true;
        std::this_thread::sleep_for(50ms);
    }
    return condition();
}
