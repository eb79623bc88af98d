#include "content/letters.h"

namespace pocketplan::content {

char32_t capital_of(char32_t letter, std::string_view language) {
    const auto within = [&](char32_t first, char32_t last) { return letter >= first && letter <= last; };
    if (letter == U'i' && language == "tr") return U'İ';
    if (letter == U'ı') return U'I';
    if (letter == U'÷') return letter;
    if (within(U'a', U'z') || within(U'à', U'þ') || within(U'а', U'я')) return letter - 32;
    if (within(U'ѐ', U'џ')) return letter - 80;
    const bool paired = within(U'ā', U'ķ') || within(U'ŋ', U'ŷ') || letter == U'ơ';  // the capital comes just before
    return (paired && letter % 2 == 1) || letter == U'ư' ? letter - 1 : letter;
}

char32_t first_code_point(std::string_view utf8) {
    if (utf8.empty()) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
    const std::size_t length = byte(0) < 0x80 ? 1 : byte(0) < 0xE0 ? 2 : byte(0) < 0xF0 ? 3 : 4;
    if (utf8.size() < length) return 0;
    char32_t point = length == 1 ? byte(0) : byte(0) & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) point = point << 6U | (byte(i) & 0x3FU);
    return point;
}

std::string to_utf8(char32_t point) {
    const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | (point >> shift & 0x3FU)); };
    if (point < 0x80) return {static_cast<char>(point)};
    if (point < 0x800) return {static_cast<char>(0xC0U | point >> 6U), tail(0)};
    if (point < 0x10000) return {static_cast<char>(0xE0U | point >> 12U), tail(6), tail(0)};
    return {static_cast<char>(0xF0U | point >> 18U), tail(12), tail(6), tail(0)};
}

}  // namespace pocketplan::content
