#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace pocketplan::queue {

// SHA-256 of a device's certificate in DER, as "openssl x509 -fingerprint -sha256" shows it.
using Fingerprint = std::array<unsigned char, 32>;

// 64 hexadecimal digits, with or without colons between the bytes. Unset for anything else.
std::optional<Fingerprint> parse_fingerprint(std::string_view text);

Fingerprint fingerprint_of(std::span<const unsigned char> certificate);

}  // namespace pocketplan::queue
