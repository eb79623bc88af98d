#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace pocketplan::queue {

// Bounds every exchange with a device: it shuts the socket down when the time is up, or when the visit ends, whatever
// the thread that waits on it is doing. It has its own thread because libcups restarts its time-out with every byte, so
// a device that sends one byte a second would never finish.
class Watchdog {
public:
    using Clock = std::chrono::steady_clock;

    Watchdog();
    ~Watchdog();
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    // Watches `socket` until release(), which must come before the socket is closed. False after abandon(), or where
    // the system has no thread for it: do not use the socket any more.
    bool watch(int socket, Clock::time_point until);
    void extend(Clock::time_point until);
    void release();
    // From any thread; there is no way back.
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
