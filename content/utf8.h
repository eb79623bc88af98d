#pragma once

#include <cstddef>
#include <string_view>

namespace pocketplan::content {

inline constexpr char32_t bad_code_point = 0xFFFD;

// Takes the first code point off `rest`, which is not empty. Bytes that are not UTF-8 give bad_code_point, one by one.
char32_t take_code_point(std::string_view& rest);

bool is_utf8(std::string_view text);

// Writes `code_point` as UTF-8 to `out` (4 bytes of room) and returns its length.
std::size_t put_code_point(char32_t code_point, char* out);

// The embeddings, overrides and isolates of UAX 9, 2: they turn what follows. Not the marks (U+200E, U+200F, U+061C).
constexpr bool is_direction_control(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}
// C0, DEL, C1 and the two separators of lines.
constexpr bool is_line_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

}  // namespace pocketplan::content
