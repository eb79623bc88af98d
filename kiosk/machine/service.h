#pragma once

#include <chrono>
#include <filesystem>

namespace pocketplan::machine {

// The folders that systemd provides (STATE_DIRECTORY, RUNTIME_DIRECTORY; systemd.exec(5)); empty if it provided none.
std::filesystem::path state_folder();
std::filesystem::path runtime_folder();

// Reports to systemd (sd_notify(3)) that the kiosk's first screen is there and then, as long as it answers, that it
// does. systemd's main process is the relay, not the kiosk, so sd_watchdog_enabled() would say no: the interval is read
// from WATCHDOG_USEC. Does nothing if nobody listens (NOTIFY_SOCKET).
class Service {
public:
    Service();
    // Call it whenever the loop wakes up.
    void alive();

private:
    std::chrono::microseconds interval_{0};  // between two signs of life; 0: systemd expects none
    std::chrono::steady_clock::time_point last_{};
    bool ready_ = false;
};

// One kiosk per machine and user: holds a lock on a file in the runtime folder as long as it lives. Released by exec,
// so that the next process can take it.
class Instance {
public:
    Instance();
    ~Instance();
    Instance(const Instance&) = delete;
    Instance& operator=(const Instance&) = delete;

    // False if another kiosk holds it.
    [[nodiscard]] bool alone() const { return alone_; }
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

private:
    std::filesystem::path file_;
    int descriptor_ = -1;
    bool alone_ = false;
};

}  // namespace pocketplan::machine
