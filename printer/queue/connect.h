#pragma once

#include <functional>

#include "printer/queue/ipp_client.h"

namespace pocketplan::queue {

// A connection to `address`, or null where there is none by `until` or `given_up` says so. Names are looked up, and
// TLS is agreed upon, in a thread of its own: neither lets itself be interrupted. One that comes too late is closed.
http_t* connect_by(const IppAddress& address, Watchdog::Clock::time_point until, const std::function<bool()>& given_up);

// Whether the other end has shown the certificate that `pin` names.
bool shows(http_t* connection, const Fingerprint& pin);

}  // namespace pocketplan::queue
