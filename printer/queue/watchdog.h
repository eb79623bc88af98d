#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace pocketplan::queue {

// Gives every exchange with a device an end: it shuts the socket down when its time is up, or when the visit ends,
// whatever the thread that waits on it is doing. A thread of its own, because libcups' time-outs begin anew with every
// byte, so that a device that sends one byte a second would never come to an end.
class Watchdog {
public:
    using Clock = std::chrono::steady_clock;

    Watchdog();
    ~Watchdog();
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    // Watches `socket` until release(), which must come before it is closed. False after abandon(): it is not to be
    // used any more.
    bool watch(int socket, Clock::time_point until);
    void extend(Clock::time_point until);
    void release();
    // From any thread, for good.
    void abandon();
    [[nodiscard]] bool abandoned() const;

private:
    void run();

    mutable std::mutex mutex_;  // guards all below
    std::condition_variable changed_;
    std::optional<int> socket_;
    Clock::time_point until_;
    bool abandoned_ = false;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace pocketplan::queue
