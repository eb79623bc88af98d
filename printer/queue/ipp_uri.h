#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "printer/queue/ipp_client.h"

namespace pocketplan::queue {

// "ipp://host:631/ipp/print" taken apart; unset where it is not one, or names no host or no path.
std::optional<IppAddress> parse_ipp_uri(const std::string& written);

// This machine itself, however it is spelled: "localhost" in small letters or capitals, with a dot behind it or not; an
// address that inet_aton(3) takes as one of 127.0.0.0/8; ::1; the former as IPv6. A name that only looks like an
// address
// ("127.example.org") is another machine.
bool is_loopback(std::string_view host);

// The URI without the "NAME:PASSWORD@" before its host.
std::string without_sign_in(std::string_view uri);

}  // namespace pocketplan::queue
