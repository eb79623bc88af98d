#include "content/letters.h"

#include <algorithm>
#include <array>
#include <utility>

#include <utf8proc.h>

namespace pocketplan::content {
namespace {

constexpr std::size_t most_parts = 18;  // of one code point, decomposed (UAX #15)

const utf8proc_uint8_t* bytes_of(std::string_view utf8) {
    return reinterpret_cast<const utf8proc_uint8_t*>(utf8.data());
}

// Letters, marks and numbers, without modifier letters: among those are an apostrophe and the stroke that stretches
// Arabic words.
bool is_of_a_word(char32_t point) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
    return category != UTF8PROC_CATEGORY_LM && category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

// Letters that people type for one another, although no Unicode rule makes them equal.
utf8proc_int32_t alike(utf8proc_int32_t point, void*) {
    constexpr std::array<std::pair<char32_t, char32_t>, 5> pairs{
        {{U'ة', U'ه'}, {U'ى', U'ي'}, {U'ی', U'ي'}, {U'ک', U'ك'}, {U'ı', U'i'}}};
    for (const auto& [from, to] : pairs) {
        if (static_cast<char32_t>(point) == from) return static_cast<utf8proc_int32_t>(to);
    }
    return point;
}

void append(std::string& text, utf8proc_int32_t point) {
    std::array<utf8proc_uint8_t, 4> encoded{};
    const auto length = utf8proc_encode_char(point, encoded.data());
    text.append(encoded.begin(), encoded.begin() + length);
}

// The text's code points after utf8proc's `how`; empty if it is not UTF-8.
std::vector<utf8proc_int32_t> points_of(std::string_view utf8, int how) {
    std::vector<utf8proc_int32_t> points(utf8.size() * most_parts);
    const auto options = static_cast<utf8proc_option_t>(how);
    auto count = utf8proc_decompose(bytes_of(utf8), static_cast<utf8proc_ssize_t>(utf8.size()), points.data(),
                                    static_cast<utf8proc_ssize_t>(points.size()), options);
    if (count > 0) count = utf8proc_normalize_utf32(points.data(), count, options);
    points.resize(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(count, 0)));
    return points;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_space(utf8proc_int32_t point) {
    const auto kind = utf8proc_category(point);
    return kind == UTF8PROC_CATEGORY_ZS || kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP ||
           kind == UTF8PROC_CATEGORY_CC;
}

// Letters, marks and numbers (categories L, M and N), without signs that only stretch or enclose a letter.
bool says_something(utf8proc_int32_t point) {
    constexpr utf8proc_int32_t tatweel = 0x640;
    const auto kind = utf8proc_category(point);
    return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_NO && kind != UTF8PROC_CATEGORY_ME &&
           point != tatweel;
}

// Combining marks that writers can leave out, by block (Unicode, Blocks.txt).
bool is_accent(utf8proc_int32_t point) {
    constexpr std::array<std::pair<utf8proc_int32_t, utf8proc_int32_t>, 7> blocks{{{0x300, 0x36F},
                                                                                   {0x591, 0x5C7},
                                                                                   {0x64B, 0x65F},
                                                                                   {0x670, 0x670},
                                                                                   {0x1AB0, 0x1AFF},
                                                                                   {0x1DC0, 0x1DFF},
                                                                                   {0x20D0, 0x20FF}}};
    return std::any_of(blocks.begin(), blocks.end(),
                       [&](const auto& block) { return point >= block.first && point <= block.second; });
}

}  // namespace

char32_t capital_of(char32_t letter, std::string_view language) {
    if (letter == U'i' && language == "tr") return U'İ';
    return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(letter)));
}

std::pmr::vector<char> folded(std::string_view utf8) {
    constexpr auto how =
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    std::pmr::vector<utf8proc_int32_t> points(utf8.size() * most_parts);
    const auto count =
        utf8proc_decompose_custom(bytes_of(utf8), static_cast<utf8proc_ssize_t>(utf8.size()), points.data(),
                                  static_cast<utf8proc_ssize_t>(points.size()), how, alike, nullptr);
    std::pmr::vector<char> small;
    for (utf8proc_ssize_t at = 0; at < count; ++at) {
        std::array<utf8proc_uint8_t, 4> encoded{};
        const auto length = utf8proc_encode_char(points[static_cast<std::size_t>(at)], encoded.data());
        small.insert(small.end(), encoded.begin(), encoded.begin() + length);
    }
    return small;
}

std::pmr::vector<char> for_search(std::string_view utf8) {
    const auto letters = folded(utf8);
    std::pmr::vector<char> words;
    bool parted = false;
    for (std::string_view rest(letters.data(), letters.size()); !rest.empty();) {
        const char32_t point = first_code_point(rest);
        const auto length = to_utf8(point).size();
        const bool of_word = is_of_a_word(point);
        if (of_word && parted && !words.empty()) words.push_back(' ');
        if (of_word) words.insert(words.end(), rest.begin(), rest.begin() + length);
        parted = !of_word;
        rest.remove_prefix(length);
    }
    return words;
}

bool is_mark(char32_t point) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME;
}

bool is_latin(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_letter(char32_t point) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_ideograph(char32_t point) {
    // CJK Unified Ideographs with their extensions and compatibility forms, by Unicode's Blocks.txt.
    constexpr std::array<std::pair<char32_t, char32_t>, 4> blocks{
        {{0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFF}}};
    return std::any_of(blocks.begin(), blocks.end(),
                       [&](const auto& block) { return point >= block.first && point <= block.second; });
}

std::u32string decomposed(std::string_view utf8) {
    const auto points = points_of(utf8, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE);
    return {points.begin(), points.end()};
}

char32_t first_code_point(std::string_view utf8) {
    utf8proc_int32_t point = 0;
    const auto length = utf8proc_iterate(bytes_of(utf8), static_cast<utf8proc_ssize_t>(utf8.size()), &point);
    return length > 0 ? static_cast<char32_t>(point) : 0;
}

std::string to_utf8(char32_t point) {
    std::string text;
    append(text, static_cast<utf8proc_int32_t>(point));
    return text;
}

std::optional<std::size_t> first_broken_byte(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        utf8proc_int32_t point = 0;
        const auto rest = utf8.substr(at);
        const auto length = utf8proc_iterate(bytes_of(rest), static_cast<utf8proc_ssize_t>(rest.size()), &point);
        if (length <= 0) return at;
        at += static_cast<std::size_t>(length);
    }
    return std::nullopt;
}

std::string composed(std::string_view utf8) {
    if (is_ascii(utf8) || first_broken_byte(utf8)) return std::string(utf8);
    std::string text;
    for (const auto point : points_of(utf8, UTF8PROC_STABLE | UTF8PROC_COMPOSE)) append(text, point);
    return text;
}

std::string plain(std::string_view utf8) {
    if (first_broken_byte(utf8)) return std::string(utf8);
    std::string text;
    for (const auto point : points_of(utf8, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE)) {
        append(text, is_space(point) ? ' ' : point);
    }
    return text;
}

std::string bare(std::string_view utf8, Accents accents) {
    if (first_broken_byte(utf8)) return std::string(utf8);
    std::string text;
    for (auto point : points_of(utf8, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE)) {
        const bool dropped = accents == Accents::dropped;
        if (!says_something(point) || (dropped && is_accent(point))) continue;
        append(text, dropped ? alike(point, nullptr) : point);
    }
    return text;
}

bool has_foreign_digit(std::string_view utf8) {
    for (const auto point : points_of(utf8, UTF8PROC_DECOMPOSE)) {
        if (point >= 0x80 && utf8proc_category(point) == UTF8PROC_CATEGORY_ND) return true;
    }
    return false;
}

}  // namespace pocketplan::content
