#include "printer/queue/certificate.h"

#include <sodium.h>

namespace pocketplan::queue {

static_assert(std::tuple_size_v<Fingerprint> == crypto_hash_sha256_BYTES);

std::optional<Fingerprint> parse_fingerprint(std::string_view text) {
    Fingerprint fingerprint{};
    std::size_t length = 0;
    const char* end = nullptr;
    const int status =
        sodium_hex2bin(fingerprint.data(), fingerprint.size(), text.data(), text.size(), ":", &length, &end);
    const bool whole = status == 0 && length == fingerprint.size() && end == text.data() + text.size();
    return whole ? std::optional(fingerprint) : std::nullopt;
}

Fingerprint fingerprint_of(std::span<const unsigned char> certificate) {
    Fingerprint fingerprint{};
    crypto_hash_sha256(fingerprint.data(), certificate.data(), certificate.size());
    return fingerprint;
}

}  // namespace pocketplan::queue
