#pragma once

#include <chrono>
#include <filesystem>

namespace pocketplan::machine {

// The folders that systemd gives (STATE_DIRECTORY, RUNTIME_DIRECTORY; systemd.exec(5)); empty where it gave none.
std::filesystem::path state_folder();
std::filesystem::path runtime_folder();

// What systemd is told of the kiosk (sd_notify(3)): that its first screen is there, and then, as long as it answers,
// that it does. The compositor is systemd's main process, not we, so sd_watchdog_enabled() would say no: the interval
// is read from WATCHDOG_USEC. Does nothing where nobody listens (NOTIFY_SOCKET).
class Service {
public:
    Service();
    // To be called whenever the loop wakes up.
    void alive();

private:
    std::chrono::microseconds interval_{0};  // between two signs of life; 0: systemd waits for none
    std::chrono::steady_clock::time_point last_{};
    bool ready_ = false;
};

// One kiosk a machine and user: holds a lock on a file in the runtime folder for as long as it lives. Given up by exec,
// so that the process that follows can take it.
class Instance {
public:
    Instance();
    ~Instance();
    Instance(const Instance&) = delete;
    Instance& operator=(const Instance&) = delete;

    // False where another one holds it.
    [[nodiscard]] bool alone() const { return alone_; }
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

private:
    std::filesystem::path file_;
    int descriptor_ = -1;
    bool alone_ = false;
};

}  // namespace pocketplan::machine
