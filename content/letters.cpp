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

// Letters, marks and numbers. Not modifier letters: among them are an apostrophe and the stroke that stretches Arabic
// words.
bool is_of_a_word(char32_t point) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
    return category != UTF8PROC_CATEGORY_LM && category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

// Typed for one another, and not the same by any rule of Unicode's.
utf8proc_int32_t alike(utf8proc_int32_t point, void*) {
    constexpr std::array<std::pair<char32_t, char32_t>, 5> pairs{
        {{U'ة', U'ه'}, {U'ى', U'ي'}, {U'ی', U'ي'}, {U'ک', U'ك'}, {U'ı', U'i'}}};
    for (const auto& [from, to] : pairs) {
        if (static_cast<char32_t>(point) == from) return static_cast<utf8proc_int32_t>(to);
    }
    return point;
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
    constexpr auto how = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STABLE);
    std::vector<utf8proc_int32_t> points(utf8.size() * most_parts);
    const auto count = utf8proc_decompose(bytes_of(utf8), static_cast<utf8proc_ssize_t>(utf8.size()), points.data(),
                                          static_cast<utf8proc_ssize_t>(points.size()), how);
    return {points.begin(), points.begin() + std::max<utf8proc_ssize_t>(count, 0)};
}

char32_t first_code_point(std::string_view utf8) {
    utf8proc_int32_t point = 0;
    const auto length = utf8proc_iterate(bytes_of(utf8), static_cast<utf8proc_ssize_t>(utf8.size()), &point);
    return length > 0 ? static_cast<char32_t>(point) : 0;
}

std::string to_utf8(char32_t point) {
    std::array<utf8proc_uint8_t, 4> encoded{};
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), encoded.data());
    return {encoded.begin(), encoded.begin() + length};
}

}  // namespace pocketplan::content
