#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <tl/expected.hpp>

// Signatures of minisign (https://jedisct1.github.io/minisign/, "Signature format"), checked as `minisign -V` does.
namespace pocketplan::words {

struct PublicKey {
    std::array<unsigned char, 8> id;
    std::array<unsigned char, 32> key;
};

// Of a file that minisign wrote, or of its second line alone. Unset for anything else.
std::optional<PublicKey> read_public_key(std::string_view text);

// unreadable: it is no signature of minisign. whole: made with -l, of the file and not of its hash. stranger: by a key
// that is not among those given. wrong: the file or the comment is not what was signed. timeless: nobody can tell which
// of two is the newer one.
enum class SignatureFault { unreadable, whole, stranger, wrong, timeless };

// Says when `data` was signed by one of the keys, in seconds since 1970: what the trusted comment has behind
// "timestamp:", which minisign writes there by itself. `signature`: the text of the .minisig file.
tl::expected<std::int64_t, SignatureFault> time_of_signature(std::span<const std::byte> data,
                                                             std::string_view signature,
                                                             std::span<const PublicKey> keys);

}  // namespace pocketplan::words
