#pragma once

#include <functional>

#include "printer/queue/ipp_client.h"

namespace pocketplan::queue {

// A connection to `address`, or null if there is none by `until`, or once `given_up` says so. Names are looked up and
// TLS is negotiated in a thread of its own, because neither can be interrupted. A connection that comes too late is
// closed.
http_t* connect_by(const IppAddress& address, Watchdog::Clock::time_point until, const std::function<bool()>& given_up);

// Whether the other end showed the certificate that `pin` names.
bool shows(http_t* connection, const Fingerprint& pin);

}  // namespace pocketplan::queue
