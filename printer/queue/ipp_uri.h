#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "printer/queue/ipp_address.h"

namespace pocketplan::queue {

// Parses "ipp://host:631/ipp/print"; unset if it is something else, or has no host or path. Takes what libcups's
// httpSeparateURI takes (RFC 3986), without libcups.
std::optional<IppAddress> parse_ipp_uri(const std::string& written);

// Whether this is the machine itself, however it is spelled: "localhost" in any case, with or without a final dot; an
// address that inet_aton(3) takes as one of 127.0.0.0/8; ::1; the former as IPv6. A name that only looks like an
// address ("127.example.org") is another machine.
bool is_loopback(std::string_view host);

// The URI without the "NAME:PASSWORD@" before its host.
std::string without_sign_in(std::string_view uri);

}  // namespace pocketplan::queue
