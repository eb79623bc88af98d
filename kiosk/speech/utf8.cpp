#include "kiosk/speech/utf8.h"

namespace pocketplan::speech {
namespace {

constexpr char32_t not_a_character = 0xFFFD;

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// How many bytes a code point takes that begins with this one; 0 if none begins so.
std::size_t length_from(unsigned char first) {
    if (first < 0x80U) return 1;
    if (first < 0xC2U) return 0;
    if (first < 0xE0U) return 2;
    if (first < 0xF0U) return 3;
    return first < 0xF5U ? 4 : 0;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = length_from(first);
    if (length == 1) return {first, 1};
    if (length == 0 || at + length > text.size()) return {not_a_character, 1};
    char32_t value = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (!continues(text[at + i])) return {not_a_character, 1};
        value = value << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    return {value, length};
}

std::string_view readable_piece(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    const auto beginning = text.substr(0, most);
    const auto sentence = beginning.rfind(". ");
    if (sentence != std::string_view::npos && sentence >= most / 2) return beginning.substr(0, sentence + 2);
    const auto space = beginning.rfind(' ');
    if (space != std::string_view::npos && space > 0) return beginning.substr(0, space + 1);
    std::size_t end = most;
    while (end > most - 4 && continues(text[end])) --end;
    return text.substr(0, end);
}

}  // namespace pocketplan::speech
