#include "kiosk/words/signature.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string>

#include <sodium.h>

namespace pocketplan::words {
namespace {

constexpr std::string_view of_hash = "ED";
constexpr std::string_view of_file = "Ed";
constexpr std::string_view trusted = "trusted comment: ";
constexpr std::string_view timestamp = "timestamp:";

template <std::size_t Size>
using Bytes = std::array<unsigned char, Size>;

// As minisign writes them: what kind, by whom, and the signature itself.
struct Block {
    Bytes<2> kind;
    Bytes<8> id;
    Bytes<crypto_sign_BYTES> signature;
};
struct KeyBlock {
    Bytes<2> kind;
    PublicKey key;
};

// The next line, without its end.
std::string_view take_line(std::string_view& text) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// Base64 of exactly so many bytes.
template <class T>
std::optional<T> decode(std::string_view line) {
    T bytes;
    std::size_t length = 0;
    const char* end = nullptr;
    const int status = sodium_base642bin(reinterpret_cast<unsigned char*>(&bytes), sizeof(T), line.data(), line.size(),
                                         nullptr, &length, &end, sodium_base64_VARIANT_ORIGINAL);
    if (status != 0 || length != sizeof(T) || end != line.data() + line.size()) return std::nullopt;
    return bytes;
}

bool is_kind(const Bytes<2>& kind, std::string_view name) {
    return std::memcmp(kind.data(), name.data(), kind.size()) == 0;
}

bool is_signed(const unsigned char* data, std::size_t size, const Bytes<crypto_sign_BYTES>& signature,
               const PublicKey& key) {
    return crypto_sign_verify_detached(signature.data(), data, size, key.key.data()) == 0;
}

bool is_signed(std::span<const std::byte> data, const Bytes<crypto_sign_BYTES>& signature, const PublicKey& key) {
    Bytes<crypto_generichash_BYTES_MAX> hash;
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(data.data()), data.size(),
                       nullptr, 0);
    return is_signed(hash.data(), hash.size(), signature, key);
}

// The comment is signed together with the signature before it.
bool is_signed(const Block& block, std::string_view comment, const Bytes<crypto_sign_BYTES>& signature,
               const PublicKey& key) {
    std::string both(block.signature.begin(), block.signature.end());
    both += comment;
    return is_signed(reinterpret_cast<const unsigned char*>(both.data()), both.size(), signature, key);
}

std::optional<std::int64_t> time_in(std::string_view comment) {
    if (!comment.starts_with(timestamp)) return std::nullopt;
    comment.remove_prefix(timestamp.size());
    std::int64_t seconds = 0;
    const auto read = std::from_chars(comment.data(), comment.data() + comment.size(), seconds);
    const bool ends = read.ptr == comment.data() + comment.size() || *read.ptr == '\t' || *read.ptr == ' ';
    if (read.ec != std::errc{} || seconds <= 0 || !ends) return std::nullopt;
    return seconds;
}

}  // namespace

std::optional<PublicKey> read_public_key(std::string_view text) {
    auto line = take_line(text);
    if (line.starts_with("untrusted comment:")) line = take_line(text);
    const auto block = decode<KeyBlock>(line);
    if (!block || !is_kind(block->kind, of_file)) return std::nullopt;
    return block->key;
}

tl::expected<std::int64_t, SignatureFault> time_of_signature(std::span<const std::byte> data,
                                                             std::string_view signature,
                                                             std::span<const PublicKey> keys) {
    take_line(signature);  // a comment that nobody signed
    const auto block = decode<Block>(take_line(signature));
    const auto second = take_line(signature);
    const auto of_comment = decode<Bytes<crypto_sign_BYTES>>(take_line(signature));
    if (!block || !of_comment || !second.starts_with(trusted)) return tl::unexpected(SignatureFault::unreadable);
    if (is_kind(block->kind, of_file)) return tl::unexpected(SignatureFault::whole);
    if (!is_kind(block->kind, of_hash)) return tl::unexpected(SignatureFault::unreadable);
    const auto comment = second.substr(trusted.size());
    const auto is_theirs = [&](const PublicKey& key) { return key.id == block->id; };
    const auto fits = [&](const PublicKey& key) {
        return is_theirs(key) && is_signed(data, block->signature, key) && is_signed(*block, comment, *of_comment, key);
    };
    if (std::none_of(keys.begin(), keys.end(), is_theirs)) return tl::unexpected(SignatureFault::stranger);
    if (std::none_of(keys.begin(), keys.end(), fits)) return tl::unexpected(SignatureFault::wrong);
    const auto time = time_in(comment);
    if (!time) return tl::unexpected(SignatureFault::timeless);
    return *time;
}

}  // namespace pocketplan::words
