#include "content/number_runs.h"

#include <algorithm>

#include <utf8proc.h>

namespace pocketplan::content {
namespace {

// A character by what it does to a number beside it (UAX #9, table 4).
enum class Part {
    right_to_left,  // parts one number from another
    letter,         // of a left-to-right script: belongs to what is beside it
    digit,
    mark,      // goes with the letter it is on
    attached,  // + # % $: belongs to a digit that it touches
    open,      // ( and )
    close,
    between  // joins what is on both sides of it
};

struct Character {
    Part part;
    bool arabic;  // a digit that has to be kept in its place
    std::size_t begin, end;
};

Part part_of(char32_t point) {
    const auto& property = *utf8proc_get_property(static_cast<utf8proc_int32_t>(point));
    if (point == U'(') return Part::open;
    if (point == U')') return Part::close;
    switch (property.bidi_class) {
        case UTF8PROC_BIDI_CLASS_R:
        case UTF8PROC_BIDI_CLASS_AL:
        case UTF8PROC_BIDI_CLASS_LRI:  // somebody isolated it already
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
    if (point == U'+') return Part::attached;
    if (property.category == UTF8PROC_CATEGORY_ND) return Part::digit;
    return property.bidi_class == UTF8PROC_BIDI_CLASS_L ? Part::letter : Part::between;
}

std::pmr::vector<Character> read(std::string_view utf8) {
    std::pmr::vector<Character> characters;
    std::size_t at = 0;
    while (at < utf8.size()) {
        utf8proc_int32_t point = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data() + at),
                                             static_cast<utf8proc_ssize_t>(utf8.size() - at), &point);
        if (length <= 0) break;  // no UTF-8: nothing that content/value let in
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

// What is between two right-to-left words, from its first letter or digit to its last, with the signs that touch it.
std::pair<Place, Place> narrowed(Place first, Place last) {
    auto begin = std::find_if(first, last, stands_for_itself);
    auto end = last;
    while (end != begin && !stands_for_itself(*(end - 1))) --end;
    while (end != last && is(end, Part::mark)) ++end;
    bool opened = std::count_if(begin, end, [](const auto& c) { return c.part == Part::open; }) >
                  std::count_if(begin, end, [](const auto& c) { return c.part == Part::close; });
    while (end != last && (is(end, Part::attached) || (opened && is(end, Part::close)))) {
        opened = opened && !is(end, Part::close);
        ++end;
    }
    const auto closes = [&] {
        return std::count_if(begin, end, [](const auto& c) { return c.part == Part::close; }) >
               std::count_if(begin, end, [](const auto& c) { return c.part == Part::open; });
    };
    while (begin != first && (is(begin - 1, Part::attached) || (is(begin - 1, Part::open) && closes()))) --begin;
    return {begin, end};
}

}  // namespace

std::pmr::vector<NumberRun> number_runs(std::string_view utf8) {
    const auto all = read(utf8);
    std::pmr::vector<NumberRun> runs;
    const auto turns = [](const Character& c) { return c.part == Part::right_to_left; };
    const auto arabic = [](const Character& c) { return c.arabic; };
    for (auto first = all.begin(); first != all.end();) {
        const auto last = std::find_if(first, all.end(), turns);
        const auto [begin, end] = narrowed(first, last);
        const bool number = std::any_of(begin, end, [](const Character& c) { return c.part == Part::digit; });
        if (number) runs.push_back({begin->begin, (end - 1)->end, std::any_of(begin, end, arabic)});
        first = std::find_if_not(last, all.end(), turns);
    }
    return runs;
}

}  // namespace pocketplan::content
