#pragma once

#include <netinet/in.h>

namespace pocketplan::tests {

// A port of this machine, reached from it alone.
sockaddr_in loopback(int port);

// A socket that listens on a port which the system chose; whoever has it closes it.
struct Listening {
    int socket = -1;
    int port = 0;
};
Listening listen_on_loopback();

}  // namespace pocketplan::tests
