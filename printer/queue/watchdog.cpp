#include "printer/queue/watchdog.h"

#include <sys/socket.h>

#include "printer/queue/thread.h"

namespace pocketplan::queue {

Watchdog::Watchdog() : thread_(start_thread([this] { run(); })) {
    if (!thread_.joinable()) abandon();
}

Watchdog::~Watchdog() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        changed_.notify_all();
    }
    if (thread_.joinable()) thread_.join();
}

bool Watchdog::watch(int socket, Clock::time_point until) {
    const std::lock_guard lock(mutex_);
    if (abandoned_) return false;
    socket_ = socket;
    until_ = until;
    changed_.notify_all();
    return true;
}

void Watchdog::extend(Clock::time_point until) {
    const std::lock_guard lock(mutex_);
    until_ = until;
    changed_.notify_all();
}

void Watchdog::release() {
    const std::lock_guard lock(mutex_);
    socket_.reset();
}

void Watchdog::abandon() {
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
    if (socket_) shutdown(*socket_, SHUT_RDWR);
}

bool Watchdog::abandoned() const {
    const std::lock_guard lock(mutex_);
    return abandoned_;
}

void Watchdog::run() {
    std::unique_lock lock(mutex_);
    while (!ending_) {
        if (!socket_) {
            changed_.wait(lock);
        } else if (Clock::now() < until_) {
            changed_.wait_until(lock, until_);
        } else {
            shutdown(*socket_, SHUT_RDWR);
            socket_.reset();
        }
    }
}

}  // namespace pocketplan::queue
