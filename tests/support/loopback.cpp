#include "tests/support/loopback.h"

#include <cstdint>

#include <arpa/inet.h>
#include <sys/socket.h>

namespace pocketplan::tests {

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

Listening listen_on_loopback() {
    Listening listening{socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), 0};
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    bind(listening.socket, reinterpret_cast<sockaddr*>(&address), size);
    listen(listening.socket, 8);
    getsockname(listening.socket, reinterpret_cast<sockaddr*>(&address), &size);
    listening.port = ntohs(address.sin_port);
    return listening;
}

}  // namespace pocketplan::tests
