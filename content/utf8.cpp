#include "content/utf8.h"

namespace pocketplan::content {

namespace {

struct Lead {
    std::size_t length = 0;  // 0: no lead byte
    char32_t bits = 0;
    char32_t least = 0;  // smaller ones are overlong (RFC 3629, 3)
};

Lead read_lead(unsigned char byte) {
    if (byte < 0x80) return {1, byte, 0};
    if (byte >= 0xC2 && byte < 0xE0) return {2, byte & 0x1FU, 0x80};
    if (byte >= 0xE0 && byte < 0xF0) return {3, byte & 0x0FU, 0x800};
    if (byte >= 0xF0 && byte < 0xF5) return {4, byte & 0x07U, 0x10000};
    return {};
}

// The length of the code point that `text` begins with, 0 where it is none; its value in `value`.
std::size_t measure(std::string_view text, char32_t& value) {
    const Lead lead = read_lead(static_cast<unsigned char>(text.front()));
    if (lead.length == 0 || lead.length > text.size()) return 0;
    value = lead.bits;
    for (std::size_t i = 1; i < lead.length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) != 0x80) return 0;
        value = value << 6U | (byte & 0x3FU);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value < lead.least || value > 0x10FFFF || surrogate ? 0 : lead.length;
}

}  // namespace

char32_t take_code_point(std::string_view& rest) {
    char32_t value = 0;
    const std::size_t length = measure(rest, value);
    rest.remove_prefix(length == 0 ? 1 : length);
    return length == 0 ? bad_code_point : value;
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        char32_t value = 0;
        const std::size_t length = measure(text, value);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::size_t put_code_point(char32_t code_point, char* out) {
    const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | (code_point >> shift & 0x3FU)); };
    if (code_point < 0x80) return out[0] = static_cast<char>(code_point), 1;
    if (code_point < 0x800) {
        out[0] = static_cast<char>(0xC0U | code_point >> 6U);
        out[1] = tail(0);
        return 2;
    }
    if (code_point < 0x10000) {
        out[0] = static_cast<char>(0xE0U | code_point >> 12U);
        out[1] = tail(6);
        out[2] = tail(0);
        return 3;
    }
    out[0] = static_cast<char>(0xF0U | code_point >> 18U);
    out[1] = tail(12);
    out[2] = tail(6);
    out[3] = tail(0);
    return 4;
}

}  // namespace pocketplan::content
