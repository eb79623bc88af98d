#include "kiosk/speech/letters.h"

#include <algorithm>
#include <array>

namespace pocketplan::speech {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

template <std::size_t count>
bool is_in(const std::array<Range, count>& ranges, char32_t letter) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const Range& range) { return letter >= range.first && letter <= range.last; });
}

// ASCII, Arabic, Persian, Devanagari, Bengali, Gurmukhi, and the full width of Chinese.
constexpr std::array<char32_t, 7> zeros{U'0', 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0xFF10};

// ZWNJ and ZWJ (U+200C, U+200D) are left: they change how a word is read.
constexpr std::array<Range, 9> silent{{{0, 0x1F},
                                       {0x7F, 0x9F},
                                       {0xAD, 0xAD},
                                       {0x061C, 0x061C},
                                       {0x200B, 0x200B},
                                       {0x200E, 0x200F},
                                       {0x202A, 0x202E},
                                       {0x2060, 0x206F},
                                       {0xE000, 0xF8FF}}};

// Signs of the scripts of our languages, by the Unicode Character Database's Mn and Mc.
constexpr std::array<Range, 14> joined{{{0x0300, 0x036F},
                                        {0x064B, 0x065F},
                                        {0x0900, 0x0903},
                                        {0x093A, 0x093C},
                                        {0x093E, 0x094F},
                                        {0x0962, 0x0963},
                                        {0x0981, 0x0983},
                                        {0x09BC, 0x09BC},
                                        {0x09BE, 0x09CD},
                                        {0x09D7, 0x09D7},
                                        {0x0A01, 0x0A03},
                                        {0x0A3C, 0x0A51},
                                        {0x0A70, 0x0A71},
                                        {0x200C, 0x200D}}};

}  // namespace

std::optional<char> ascii_digit(char32_t letter) {
    for (const char32_t zero : zeros) {
        if (letter >= zero && letter < zero + 10) return static_cast<char>(U'0' + (letter - zero));
    }
    return {};
}

Part part_of(char32_t letter) {
    if (ascii_digit(letter)) return Part::digit;
    switch (letter) {
        case U' ':
        case 0x00A0:
        case 0x2009:
        case 0x202F:
            return Part::space;
        case U'-':
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
            return Part::hyphen;
        case U'.':
            return Part::dot;
        case U'/':
            return Part::slash;
        case U'(':
            return Part::open;
        case U')':
            return Part::close;
        case U'+':
            return Part::plus;
        default:
            return Part::other;
    }
}

bool is_silent(char32_t letter) {
    return is_in(silent, letter) || letter == 0xFEFF;
}

bool is_joined(char32_t letter) {
    return is_in(joined, letter);
}

}  // namespace pocketplan::speech
