#include "content/number_runs.h"

#include <algorithm>
#include <string_view>

#include <utf8proc.h>

namespace pocketplan::content {
namespace {

// A character's effect on a number beside it (UAX #9, table 4).
enum class Part {
    right_to_left,  // separates one number from another
    letter,         // of a left-to-right script: belongs to its neighbours
    digit,
    mark,      // belongs to its letter
    attached,  // + # % $ *: belongs to a digit that it touches
    minus,     // belongs to the digit after it, if there is a space before it
    open,      // brackets
    close,
    space,
    between  // joins its neighbours
};

struct Character {
    Part part;
    bool arabic;  // a digit that has to be kept in its place
    std::size_t begin, end;
};

Part part_of(char32_t point) {
    const auto& property = *utf8proc_get_property(static_cast<utf8proc_int32_t>(point));
    if (std::u32string_view(U"([{").find(point) != std::u32string_view::npos) return Part::open;
    if (std::u32string_view(U")]}").find(point) != std::u32string_view::npos) return Part::close;
    if (std::u32string_view(U"-\u2212\u2013").find(point) != std::u32string_view::npos) return Part::minus;
    if (std::u32string_view(U"+*~\u00B1<>\u2264\u2265\u2039\u203A=").find(point) != std::u32string_view::npos)
        return Part::attached;
    switch (property.bidi_class) {
        case UTF8PROC_BIDI_CLASS_R:
        case UTF8PROC_BIDI_CLASS_AL:
        case UTF8PROC_BIDI_CLASS_LRI:  // already isolated
        case UTF8PROC_BIDI_CLASS_RLI:
        case UTF8PROC_BIDI_CLASS_FSI:
        case UTF8PROC_BIDI_CLASS_PDI:
            return Part::right_to_left;
        case UTF8PROC_BIDI_CLASS_NSM:
        case UTF8PROC_BIDI_CLASS_BN:
            return Part::mark;
        case UTF8PROC_BIDI_CLASS_ET:
            return Part::attached;
        default:
            break;
    }
    const bool figure = property.category == UTF8PROC_CATEGORY_ND || property.category == UTF8PROC_CATEGORY_NO ||
                        property.category == UTF8PROC_CATEGORY_NL;  // fractions, powers, numbers in circles
    if (figure) return Part::digit;
    if (property.category == UTF8PROC_CATEGORY_ZS) return Part::space;
    return property.bidi_class == UTF8PROC_BIDI_CLASS_L ? Part::letter : Part::between;
}

std::pmr::vector<Character> read(std::string_view utf8) {
    std::pmr::vector<Character> characters;
    std::size_t at = 0;
    while (at < utf8.size()) {
        utf8proc_int32_t point = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data() + at),
                                             static_cast<utf8proc_ssize_t>(utf8.size() - at), &point);
        if (length <= 0) break;  // not UTF-8: content/value let nothing like that in
        const auto end = at + static_cast<std::size_t>(length);
        const bool arabic = utf8proc_get_property(point)->bidi_class == UTF8PROC_BIDI_CLASS_AN;
        characters.push_back({part_of(static_cast<char32_t>(point)), arabic, at, end});
        at = end;
    }
    return characters;
}

using Place = std::pmr::vector<Character>::const_iterator;

bool stands_for_itself(const Character& character) {
    return character.part == Part::digit || character.part == Part::letter;
}

bool is(Place at, Part part) {
    return at->part == part;
}

// Brackets whose counterpart is outside.
struct Unmatched {
    int opened = 0;
    int closed = 0;
};
Unmatched unmatched(Place begin, Place end) {
    Unmatched count;
    for (auto at = begin; at != end; ++at) {
        if (is(at, Part::open)) ++count.opened;
        if (is(at, Part::close)) --(count.opened > 0 ? count.opened : count.closed);
    }
    count.closed = -count.closed;
    return count;
}

// What lies between two right-to-left words, from its first letter or digit to its last, with the signs that touch it
// and its brackets. `alone`: no word comes before it.
std::pair<Place, Place> narrowed(Place first, Place last, bool alone) {
    auto begin = std::find_if(first, last, stands_for_itself);
    auto end = last;
    while (end != begin && !stands_for_itself(*(end - 1))) --end;
    while (end != last && is(end, Part::mark)) ++end;
    if (begin == end) return {begin, end};
    auto [opened, closed] = unmatched(begin, end);
    for (; end != last && (is(end, Part::attached) || (opened > 0 && is(end, Part::close))); ++end) {
        if (is(end, Part::close)) --opened;
    }
    for (; begin != first && (is(begin - 1, Part::attached) || (closed > 0 && is(begin - 1, Part::open))); --begin) {
        if (is(begin - 1, Part::open)) --closed;
    }
    const bool signed_number =
        begin != first && is(begin - 1, Part::minus) && (begin - 1 == first ? alone : is(begin - 2, Part::space));
    return {signed_number ? begin - 1 : begin, end};
}

}  // namespace

std::pmr::vector<NumberRun> number_runs(std::string_view utf8) {
    const auto all = read(utf8);
    std::pmr::vector<NumberRun> runs;
    const auto turns = [](const Character& c) { return c.part == Part::right_to_left; };
    const auto arabic = [](const Character& c) { return c.arabic; };
    for (auto first = all.begin(); first != all.end();) {
        const auto last = std::find_if(first, all.end(), turns);
        const auto [begin, end] = narrowed(first, last, first == all.begin());
        const bool number = std::any_of(begin, end, [](const Character& c) { return c.part == Part::digit; });
        if (number) runs.push_back({begin->begin, (end - 1)->end, std::any_of(begin, end, arabic)});
        first = std::find_if_not(last, all.end(), turns);
    }
    return runs;
}

}  // namespace pocketplan::content
