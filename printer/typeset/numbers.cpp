#include "printer/typeset/numbers.h"

#include <algorithm>
#include <string_view>

namespace pocketplan::typeset {
namespace {

using Text = std::pmr::vector<char>;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool joins_digits(char c) {
    return std::string_view("-./:,+").find(c) != std::string_view::npos;
}

// The text of a line as the eye meets it, from its left edge.
Text seen_from_the_left(const Line& line, const Text& text) {
    Text seen;
    for (const auto& run : line.runs) {
        for (const auto& glyph : run.glyphs) {
            seen.insert(seen.end(), text.begin() + glyph.text_begin, text.begin() + glyph.text_end);
        }
    }
    return seen;
}

Bytes bytes_of(const Line& line) {
    Bytes bytes{~0U, 0};
    for (const auto& run : line.runs) {
        for (const auto& glyph : run.glyphs) {
            if (glyph.text_begin == glyph.text_end) continue;
            bytes.begin = std::min(bytes.begin, glyph.text_begin);
            bytes.end = std::max(bytes.end, glyph.text_end);
        }
    }
    return bytes;
}

bool turns_a_number_in(const Line& line, const Text& text) {
    const Text seen = seen_from_the_left(line, text);
    const auto [begin, end] = bytes_of(line);
    for (auto at = begin; at < end;) {
        auto stop = at;
        while (stop < end && (is_digit(text[stop]) || (stop > at && joins_digits(text[stop])))) ++stop;
        while (stop > at && !is_digit(text[stop - 1])) --stop;
        const bool there = std::search(seen.begin(), seen.end(), text.begin() + at, text.begin() + stop) != seen.end();
        if (stop > at && !there) return true;
        at = std::max(stop, at + 1);
    }
    return false;
}

bool has_right_to_left(const Line& line) {
    return std::any_of(line.runs.begin(), line.runs.end(),
                       [](const Run& run) { return run.direction == Direction::right_to_left; });
}

void add_short_numbers(std::string_view utf8, std::pmr::vector<Bytes>& numbers) {
    constexpr std::uint32_t longest = 16;  // the narrowest column of a card, in its bold type
    for (std::uint32_t at = 0; at < utf8.size();) {
        auto end = at;
        while (end < utf8.size() && (is_digit(utf8[end]) || (end > at && joins_digits(utf8[end])))) ++end;
        while (end > at && !is_digit(utf8[end - 1])) --end;
        if (end - at > 1 && end - at <= longest) numbers.push_back({at, end});
        at = std::max(end, at + 1);
    }
}

bool is_to_dial(std::string_view isolated) {
    constexpr std::string_view others = " +-().,:;/#*xXextnsioEXTNSIO";
    const auto digits = std::count_if(isolated.begin(), isolated.end(), is_digit);
    return digits >= 3 && std::all_of(isolated.begin(), isolated.end(),
                                      [&](char c) { return is_digit(c) || others.find(c) != std::string_view::npos; });
}

}  // namespace

bool turns_a_number(const Layout& layout) {
    return std::any_of(layout.lines.begin(), layout.lines.end(), [&](const Line& line) {
        return has_right_to_left(line) && turns_a_number_in(line, layout.text);
    });
}

std::pmr::vector<Bytes> numbers_to_keep_whole(std::string_view utf8) {
    constexpr std::string_view isolate = "\u2066";
    constexpr std::string_view pop = "\u2069";
    constexpr std::string_view mark = "\u200E";
    std::pmr::vector<Bytes> numbers;
    for (auto at = utf8.find(isolate); at != std::string_view::npos; at = utf8.find(isolate, at + 1)) {
        auto begin = at + isolate.size();
        if (utf8.substr(begin).starts_with(mark)) begin += mark.size();
        const auto end = std::min(utf8.find(pop, begin), utf8.size());
        if (!is_to_dial(utf8.substr(begin, end - begin))) continue;
        numbers.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }
    add_short_numbers(utf8, numbers);
    return numbers;
}

}  // namespace pocketplan::typeset
