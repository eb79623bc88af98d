#include "content/value.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory_resource>
#include <vector>

#include <utf8proc.h>

namespace pocketplan::content {
namespace {

// Words of any script have fewer: Vietnamese two, Burmese and Tibetan four. More come from a key held down, and run
// into other lines.
constexpr int most_marks = 4;
constexpr int most_parts = 4;  // of one code point, canonically decomposed (UAX #15)

struct Range {
    char32_t first, last;
};

// Scripts in which ZWJ and ZWNJ choose between forms of a letter (The Unicode Standard 15.0, 23.2, and the scripts'
// chapters: 9, 12 to 14 and 16).
constexpr std::array<Range, 10> joining_scripts{{
    {0x0600, 0x08FF},    // Arabic, Syriac, Thaana, N'Ko, Samaritan, Mandaic
    {0x0900, 0x0DFF},    // Devanagari to Sinhala, Bengali and Gurmukhi among them
    {0x1000, 0x109F},    // Myanmar
    {0x1780, 0x18AF},    // Khmer, Mongolian
    {0x1A20, 0x1AAF},    // Tai Tham
    {0x1B00, 0x1BFF},    // Balinese, Sundanese, Batak
    {0xA840, 0xA9DF},    // Phags-pa, Saurashtra, Devanagari, Javanese
    {0xFB50, 0xFEFC},    // Arabic forms
    {0x10AC0, 0x10FCF},  // Manichaean to Chorasmian
    {0x11000, 0x11FFF},  // Brahmi and its descendants
}};

// Symbols by category that show nothing: an empty Braille cell, a musical null.
constexpr std::array<char32_t, 2> blanks{U'\u2800', U'\U0001D159'};
// Stands for a picture or a character that was lost.
constexpr std::array<char32_t, 2> lost{U'\uFFFC', U'\uFFFD'};

template <class Points>
bool holds(const Points& points, char32_t point) {
    return std::find(points.begin(), points.end(), point) != points.end();
}

bool is_joiner(char32_t point) {
    return point == U'\u200C' || point == U'\u200D';
}

utf8proc_category_t category_of(char32_t point) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(point));
}

// Wide, narrow and no-break spaces are still spaces; so is a tab.
bool is_space(char32_t point) {
    return point == U'\t' || category_of(point) == UTF8PROC_CATEGORY_ZS;
}

// Marks drawn on a letter; those drawn beside one run into nothing.
bool stands_upon(char32_t point) {
    const auto category = category_of(point);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

bool is_mark(char32_t point) {
    return stands_upon(point) || category_of(point) == UTF8PROC_CATEGORY_MC;
}

bool is_letter(char32_t point) {
    const auto category = category_of(point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

// How many marks a code point has when decomposed, so that a precomposed letter counts like one typed in parts.
int marks_in(char32_t point) {
    std::array<utf8proc_int32_t, most_parts> parts{};
    int last_class = 0;
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(point), parts.data(), most_parts,
                                               UTF8PROC_DECOMPOSE, &last_class);
    return static_cast<int>(std::count_if(parts.begin(), parts.begin() + count, [](utf8proc_int32_t part) {
        return part != 0 && stands_upon(static_cast<char32_t>(part));
    }));
}

// The only table of what is not allowed in a value, wherever it appears. Properties are those of UAX #44, from
// utf8proc.
std::optional<Unfit> unfit_anywhere(char32_t point) {
    const auto& property = *utf8proc_get_property(static_cast<utf8proc_int32_t>(point));
    switch (property.bidi_class) {  // UAX #9, 3.2: explicit formatting characters
        case UTF8PROC_BIDI_CLASS_LRE:
        case UTF8PROC_BIDI_CLASS_LRO:
        case UTF8PROC_BIDI_CLASS_RLE:
        case UTF8PROC_BIDI_CLASS_RLO:
        case UTF8PROC_BIDI_CLASS_PDF:
        case UTF8PROC_BIDI_CLASS_LRI:
        case UTF8PROC_BIDI_CLASS_RLI:
        case UTF8PROC_BIDI_CLASS_FSI:
        case UTF8PROC_BIDI_CLASS_PDI:
            return Unfit::steers;
        default:
            break;
    }
    if (point == U'\u061C' || point == U'\u200E' || point == U'\u200F') return Unfit::steers;  // ALM, LRM, RLM
    const auto category = property.category;
    if (category == UTF8PROC_CATEGORY_CC) return Unfit::control;
    if (category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP) return Unfit::control;
    if (category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_CO) return Unfit::unknown;
    if (holds(lost, point)) return Unfit::unknown;
    if (holds(blanks, point)) return Unfit::invisible;
    // Default_Ignorable_Code_Point: soft hyphen, BOM, word joiner, tags, variation selectors, Hangul fillers. A
    // selector asks for a form that our fonts do not have, so it would be dropped silently.
    if (property.ignorable) return Unfit::invisible;
    // Of the other format characters only visible ones are allowed: Arabic number signs, but not interlinear
    // annotation, for example.
    const bool seen = property.boundclass == UTF8PROC_BOUNDCLASS_PREPEND;
    if (category == UTF8PROC_CATEGORY_CF && !seen) return Unfit::invisible;
    return std::nullopt;
}

// Reads a value character by character. What may come next depends on what came before, never on what follows, so that
// keys and files follow the same rules.
class Scanner {
public:
    std::optional<Unfit> next(char32_t point) {
        if (is_space(point)) return begin(0);
        if (is_joiner(point)) {
            const bool joins = joinable_;
            joinable_ = false;
            return joins ? std::nullopt : std::optional(Unfit::stray_joiner);
        }
        if (const auto unfit = unfit_anywhere(point)) return unfit;
        const bool joining = std::any_of(joining_scripts.begin(), joining_scripts.end(), [&](const Range& range) {
            return point >= range.first && point <= range.last;
        });
        joinable_ = joining && (is_letter(point) || is_mark(point));
        if (!is_mark(point)) return begin(marks_in(point), true);
        if (!has_base_) return Unfit::bare_mark;
        marks_ += marks_in(point);
        return marks_ > most_marks ? std::optional(Unfit::too_many_marks) : std::nullopt;
    }

private:
    std::optional<Unfit> begin(int marks, bool base = false) {
        marks_ = marks;
        has_base_ = base;
        joinable_ = joinable_ && base;
        return std::nullopt;
    }

    bool has_base_ = false;
    bool joinable_ = false;
    int marks_ = 0;
};

// Takes the first code point off `utf8`, which is not empty; unset if the bytes are not UTF-8.
std::optional<char32_t> take(std::string_view& utf8) {
    utf8proc_int32_t point = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                         static_cast<utf8proc_ssize_t>(utf8.size()), &point);
    if (length <= 0) return std::nullopt;
    utf8.remove_prefix(static_cast<std::size_t>(length));
    return static_cast<char32_t>(point);
}

using Points = std::pmr::vector<utf8proc_int32_t>;

// Composed (UAX #15), in the default memory resource: utf8proc works in memory that we give it.
Points composed(std::string_view utf8) {
    Points points(utf8.size() * most_parts);
    const auto count = utf8proc_decompose(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                          static_cast<utf8proc_ssize_t>(utf8.size()), points.data(),
                                          static_cast<utf8proc_ssize_t>(points.size()), UTF8PROC_DECOMPOSE);
    if (count < 0) std::abort();  // find_unfit() accepted it as UTF-8
    const auto left = utf8proc_normalize_utf32(points.data(), count,
                                               static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    points.resize(static_cast<std::size_t>(left));
    return points;
}

// The value of a digit of any script. The ten digits of a script are consecutive (UAX #44, Nd).
std::optional<int> digit_of(char32_t point) {
    if (category_of(point) != UTF8PROC_CATEGORY_ND) return std::nullopt;
    char32_t zero = point;
    while (category_of(zero - 1) == UTF8PROC_CATEGORY_ND) --zero;
    return static_cast<int>((point - zero) % 10);
}

char32_t ascii_of(char32_t point) {
    if (const auto digit = digit_of(point)) return U'0' + static_cast<char32_t>(*digit);
    if (category_of(point) == UTF8PROC_CATEGORY_PD || point == U'\u2212') return U'-';
    if (point >= 0xFF01 && point <= 0xFF5E) return point - 0xFEE0;  // Fullwidth Forms
    return point;
}

std::string_view told(Unfit why) {
    switch (why) {
        case Unfit::not_utf8:
            return "is not UTF-8; save the file as UTF-8";
        case Unfit::control:
            return "breaks the line or is meant for machines; take it out";
        case Unfit::steers:
            return "changes the direction of text; take it out";
        case Unfit::invisible:
            return "is invisible; take it out";
        case Unfit::stray_joiner:
            return "is invisible and joins nothing here; take it out";
        case Unfit::unknown:
            return "is not a character in general use; write it another way";
        case Unfit::bare_mark:
            return "is a mark without a letter; put it after one";
        case Unfit::too_many_marks:
            return "is one mark too many on a letter; leave at most four";
    }
    std::abort();
}

}  // namespace

std::optional<UnfitCharacter> find_unfit(std::string_view utf8) {
    Scanner scanner;
    for (std::size_t place = 1; !utf8.empty(); ++place) {
        const auto point = take(utf8);
        if (!point) return UnfitCharacter{Unfit::not_utf8, static_cast<unsigned char>(utf8.front()), place};
        if (const auto why = scanner.next(*point)) return UnfitCharacter{*why, *point, place};
    }
    return std::nullopt;
}

std::string describe(const UnfitCharacter& unfit) {
    std::array<char, 64> where{};
    const char* const shape =
        unfit.why == Unfit::not_utf8 ? "character %zu, the byte 0x%02lX, " : "character %zu, U+%04lX, ";
    std::snprintf(where.data(), where.size(), shape, unfit.place, static_cast<unsigned long>(unfit.point));
    return std::string(where.data()).append(told(unfit.why));
}

bool may_follow(std::string_view typed, char32_t point) {
    Scanner scanner;
    while (!typed.empty()) {
        const auto before = take(typed);
        if (!before) return false;
        scanner.next(*before);
    }
    return !scanner.next(point);
}

tl::expected<Words, UnfitCharacter> tidy(std::string_view utf8) {
    if (const auto unfit = find_unfit(utf8)) return tl::unexpected(*unfit);
    Points points = composed(utf8);
    for (auto& point : points) {
        if (is_space(static_cast<char32_t>(point))) point = U' ';
    }
    const auto no_space = [](utf8proc_int32_t point) { return point != U' '; };
    const auto first = std::find_if(points.begin(), points.end(), no_space);
    const auto last = std::find_if(points.rbegin(), std::make_reverse_iterator(first), no_space).base();
    Words words;
    std::for_each(first, last, [&](utf8proc_int32_t point) { words.append(static_cast<char32_t>(point)); });
    return words;
}

Words in_ascii(std::string_view number) {
    Words words;
    while (!number.empty()) {
        const auto point = take(number);
        if (!point) std::abort();  // tidy() accepted it as UTF-8
        words.append(ascii_of(*point));
    }
    return words;
}

}  // namespace pocketplan::content
