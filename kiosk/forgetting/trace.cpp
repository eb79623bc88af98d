#include "kiosk/forgetting/trace.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace pocketplan::forgetting {
namespace {

constexpr unsigned inverted(std::byte byte) {
    return static_cast<unsigned>(~byte) & 0xFFU;
}

// Horspool's search (1980) for the bytes that `needle` holds inverted: each is inverted only for a comparison.
// std::boyer_moore_horspool_searcher was rejected because it needs the needle as it is.
template <std::size_t length>
bool search(std::span<const std::byte> bytes, const std::array<std::byte, length>& needle) {
    std::array<std::size_t, 256> skip{};
    skip.fill(length);
    for (std::size_t at = 0; at + 1 < length; ++at) skip[inverted(needle[at])] = length - 1 - at;
    for (std::size_t end = length; end <= bytes.size();) {
        const auto last = static_cast<unsigned>(bytes[end - 1]);
        if (last == inverted(needle[length - 1])) {
            const std::byte* const begin = bytes.data() + end - length;
            const bool whole = std::equal(needle.begin(), needle.end(), begin, [](std::byte sought, std::byte seen) {
                return static_cast<unsigned>(seen) == inverted(sought);
            });
            if (whole) return true;
        }
        end += skip[last];
    }
    return false;
}

// In hexadecimal, inverted as well.
std::array<std::byte, Trace::longest> hexadecimal(const forgetting::Mark& inverted_mark, std::string_view digits) {
    std::array<std::byte, Trace::longest> needle{};
    for (std::size_t at = 0; at < inverted_mark.size(); ++at) {
        const unsigned byte = inverted(inverted_mark[at]);
        needle[2 * at] = ~static_cast<std::byte>(digits[byte >> 4U]);
        needle[2 * at + 1] = ~static_cast<std::byte>(digits[byte & 0xFU]);
    }
    return needle;
}

}  // namespace

Trace Trace::of(const forgetting::Mark& mark) {
    Trace trace;
    std::transform(mark.begin(), mark.end(), trace.inverted.begin(), [](std::byte byte) { return ~byte; });
    return trace;
}

bool Trace::is_in(std::span<const std::byte> bytes) const {
    return search(bytes, inverted) || search(bytes, hexadecimal(inverted, "0123456789ABCDEF")) ||
           search(bytes, hexadecimal(inverted, "0123456789abcdef"));
}

}  // namespace pocketplan::forgetting
