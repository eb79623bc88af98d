#include "tests/support/wiretap.h"

#include <array>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/support/loopback.h"

namespace pocketplan::tests {
namespace {

constexpr int glance = 50;  // milliseconds; how soon the end of the test is noticed

}  // namespace

Wiretap::Wiretap(int printer) : printer_(printer) {
    const auto listening = listen_on_loopback();
    socket_ = listening.socket;
    port_ = listening.port;
    thread_ = std::thread([this] { serve(); });
}

Wiretap::~Wiretap() {
    ending_ = true;
    thread_.join();
    close(socket_);
}

std::vector<std::string> Wiretap::heard() const {
    const std::lock_guard lock(mutex_);
    return heard_;
}

void Wiretap::serve() {
    while (!ending_) {
        pollfd wanted{socket_, POLLIN, 0};
        if (poll(&wanted, 1, glance) <= 0) continue;
        const int client = accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) continue;
        const int printer = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_in address = loopback(printer_);
        if (connect(printer, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) pass(client, printer);
        close(printer);
        close(client);
    }
}

void Wiretap::pass(int client, int printer) {
    {
        const std::lock_guard lock(mutex_);
        heard_.emplace_back();
    }
    bool open = true;
    while (open && !ending_) {
        std::array<pollfd, 2> sides{{{client, POLLIN, 0}, {printer, POLLIN, 0}}};
        poll(sides.data(), sides.size(), glance);
        if (sides[0].revents != 0) open = copy(client, printer, Keep::yes);
        if (sides[1].revents != 0) open = copy(printer, client, Keep::no) && open;
    }
}

bool Wiretap::copy(int from, int to, Keep keep) {
    std::array<char, 65536> bytes{};
    const auto count = recv(from, bytes.data(), bytes.size(), 0);
    if (count <= 0) return false;
    const auto length = static_cast<std::size_t>(count);
    if (keep == Keep::yes) {
        // Recorded before it is passed on: whoever has an answer finds the request here.
        const std::lock_guard lock(mutex_);
        heard_.back().append(bytes.data(), length);
    }
    for (std::size_t sent = 0; sent < length;) {
        const auto now = send(to, bytes.data() + sent, length - sent, MSG_NOSIGNAL);
        if (now <= 0) return false;
        sent += static_cast<std::size_t>(now);
    }
    return true;
}

}  // namespace pocketplan::tests
