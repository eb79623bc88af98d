#include "tests/support/nonsense_server.h"

#include <array>
#include <chrono>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/support/loopback.h"

namespace pocketplan::tests {
namespace {

constexpr int glance = 50;  // milliseconds; how soon the end of the test is noticed

bool readable(int descriptor) {
    pollfd wanted{descriptor, POLLIN, 0};
    return poll(&wanted, 1, glance) > 0;
}

}  // namespace

NonsenseServer::NonsenseServer(Manner manner, std::string answer) : manner_(manner), answer_(std::move(answer)) {
    const auto listening = listen_on_loopback();
    socket_ = listening.socket;
    port_ = listening.port;
    thread_ = std::thread([this] { serve(); });
}

NonsenseServer::~NonsenseServer() {
    ending_ = true;
    thread_.join();
    close(socket_);
}

std::string NonsenseServer::uri(const std::string& scheme) const {
    return scheme + "://127.0.0.1:" + std::to_string(port_) + "/ipp/print";
}

void NonsenseServer::serve() {
    while (!ending_) {
        if (!readable(socket_)) continue;
        const int connection = accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0) continue;
        if (manner_ != Manner::hang_up) answer(connection);
        close(connection);
    }
}

bool NonsenseServer::say(int connection, const std::string& bytes) const {
    return !ending_ && send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL) >= 0;
}

bool NonsenseServer::hear(int connection) {
    std::array<char, 65536> bytes{};
    if (!readable(connection)) return false;
    const auto count = recv(connection, bytes.data(), bytes.size(), 0);
    if (count > 0) heard_ += static_cast<std::size_t>(count);
    return count > 0;
}

void NonsenseServer::answer(int connection) {
    using namespace std::chrono_literals;
    if (manner_ == Manner::silent) {
        while (!ending_) hear(connection);
        return;
    }
    hear(connection);
    say(connection, "HTTP/1.1 100 Continue\r\n\r\n");
    // Until the request is complete: with unread bytes the kernel would discard the answer.
    while (hear(connection)) {
    }
    const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nTransfer-Encoding: chunked\r\n\r\n";
    // IPP 2.0, successful-ok, request 1, printer attributes: a keyword of 1000 letters, over and over.
    const std::string begin("\x02\x00\x00\x00\x00\x00\x00\x01\x04", 9);
    const std::string value = std::string(
                                  "\x44\x00\x05"
                                  "media\x03\xe8",
                                  10) +
                              std::string(1000, 'x');
    const auto chunk = [](const std::string& bytes) {
        std::array<char, 16> size{};
        std::snprintf(size.data(), size.size(), "%zx\r\n", bytes.size());
        return size.data() + bytes + "\r\n";
    };
    switch (manner_) {
        case Manner::silent:
        case Manner::hang_up:
            break;
        case Manner::says:
            say(connection, answer_);
            shutdown(connection, SHUT_WR);
            while (hear(connection)) {
            }
            break;
        case Manner::drip:
            for (bool more = say(connection, "HTTP/1.1 200 OK\r\nX-Slow: "); more; more = say(connection, "x")) {
                std::this_thread::sleep_for(100ms);
            }
            break;
        case Manner::flood:
            for (bool more = say(connection, head + chunk(begin)); more; more = say(connection, chunk(value))) {
            }
            break;
    }
}

}  // namespace pocketplan::tests
