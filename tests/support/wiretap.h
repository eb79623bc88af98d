#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace pocketplan::tests {

// Listens where a printer should be, passes everything on to the printer behind it and back, and records what the
// printer was sent, byte for byte. One connection at a time, which is all that our client makes. Runs on a thread of
// its own.
class Wiretap {
public:
    // `printer`: its port on this machine.
    explicit Wiretap(int printer);
    ~Wiretap();
    Wiretap(const Wiretap&) = delete;
    Wiretap& operator=(const Wiretap&) = delete;

    [[nodiscard]] std::string uri() const { return "ipp://localhost:" + std::to_string(port_) + "/ipp/print"; }
    // What came over each connection, oldest first; complete for each request that was answered.
    [[nodiscard]] std::vector<std::string> heard() const;

private:
    enum class Keep { no, yes };
    void serve();
    void pass(int client, int printer);
    // False where that side has ended.
    bool copy(int from, int to, Keep keep);

    int printer_;
    int socket_ = -1;
    int port_ = 0;
    mutable std::mutex mutex_;
    std::vector<std::string> heard_;  // under mutex_
    std::atomic<bool> ending_ = false;
    std::thread thread_;
};

}  // namespace pocketplan::tests
