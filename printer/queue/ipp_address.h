#pragma once

#include <optional>
#include <string>

#include "printer/queue/certificate.h"

namespace pocketplan::queue {

// As libcups numbers them.
enum class Encryption { if_asked, never, required, always };

// Where an IPP service listens, and what it calls the printer.
struct IppAddress {
    std::string host;  // a name, an address, or the path of a domain socket
    int port = 631;
    Encryption encryption = Encryption::if_asked;
    std::string resource;            // "/ipp/print"
    std::string printer_uri;         // "ipp://host:631/ipp/print"
    std::optional<Fingerprint> pin;  // of its certificate; unset: trust whoever answers there
};

}  // namespace pocketplan::queue
