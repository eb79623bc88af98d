#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "printer/queue/ipp_client.h"

namespace pocketplan::queue {

// "ipp://host:631/ipp/print" taken apart; unset where it is not one, or names no host or no path.
std::optional<IppAddress> parse_ipp_uri(const std::string& uri);

// This machine itself. A name that only looks like an address ("127.example.org") is another one.
bool is_loopback(std::string_view host);

}  // namespace pocketplan::queue
