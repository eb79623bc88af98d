#include "tests/support/wiretap.h"

#include <array>
#include <cstdint>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pocketplan::tests {
namespace {

constexpr int glance = 50;  // milliseconds; how soon the end of the test is noticed

sockaddr_in here(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

}  // namespace

Wiretap::Wiretap(int printer) : printer_(printer) {
    socket_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = here(0);
    socklen_t size = sizeof address;
    bind(socket_, reinterpret_cast<sockaddr*>(&address), size);
    listen(socket_, 8);
    getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
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
        const sockaddr_in address = here(printer_);
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
        // Before it is handed on: whoever has an answer finds the request here.
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
