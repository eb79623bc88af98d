#include "kiosk/speech/number.h"

#include <cstdint>

#include "kiosk/speech/utf8.h"

namespace pocketplan::speech {
namespace {

constexpr std::size_t fewest_dialled = 7;  // digits of a local phone number
constexpr std::size_t most_between = 3;    // characters between two groups: ") " and the like

bool is_year(int value) {
    return value >= 1900 && value < 2200;
}

// The value of one group.
int value_of(const Number& number, std::size_t group) {
    std::size_t from = 0;
    for (std::size_t i = 0; i < group; ++i) from += number.groups[i];
    int value = 0;
    for (std::size_t i = from; i < from + number.groups[group]; ++i) value = value * 10 + (number.digits[i] - '0');
    return value;
}

// 2025-2026
bool is_two_years(const Number& number) {
    return number.groups.size() == 2 && number.groups[0] == 4 && number.groups[1] == 4 &&
           is_year(value_of(number, 0)) && is_year(value_of(number, 1));
}

// 12/31/2026, 31.12.26, 2026-12-31
bool is_day(const Number& number) {
    const auto& groups = number.groups;
    if (groups.size() != 3 || groups[1] > 2) return false;
    if (groups[0] == 4) return groups[2] <= 2 && is_year(value_of(number, 0));
    return groups[0] <= 2 && (groups[2] == 2 || (groups[2] == 4 && is_year(value_of(number, 2))));
}

bool is_date(const Number& number) {
    const bool written_so = !number.plus && !number.separated_by(Part::space) && !number.separated_by(Part::open) &&
                            !number.separated_by(Part::close);
    return written_so && (is_two_years(number) || is_day(number));
}

enum class Spaces : std::uint8_t { end_it, are_in_it };
Number read(std::string_view text, std::size_t at, Spaces spaces);

bool begins_date(std::string_view text, std::size_t at) {
    return is_date(read(text, at, Spaces::end_it));
}

// What was between two groups belongs to the number once the second one begins.
struct Between {
    std::size_t characters = 0;
    std::array<bool, 9> parts{};
    [[nodiscard]] bool has(Part part) const { return parts[static_cast<std::size_t>(part)]; }
};

void add_digit(Number& number, char digit, const Between& between) {
    if (number.digits.empty() || between.characters > 0) number.groups.push_back(0);
    for (std::size_t part = 0; part < between.parts.size(); ++part) {
        if (!number.digits.empty() && between.parts[part]) number.separators[part] = true;
    }
    ++number.groups.back();
    number.digits.push_back(digit);
}

Number read(std::string_view text, std::size_t at, Spaces spaces) {
    Number number;
    Between between;
    for (std::size_t i = at; i < text.size();) {
        const auto [letter, bytes] = code_point_at(text, i);
        const Part part = part_of(letter);
        if (part == Part::digit) {
            const bool after_space = !number.digits.empty() && between.has(Part::space);
            if (after_space && (spaces == Spaces::end_it || begins_date(text, i))) break;
            add_digit(number, *ascii_digit(letter), between);
            between = {};
            number.end = i + bytes;
        } else if (part == Part::plus) {
            if (i != at) break;
            number.plus = true;
        } else if (!is_silent(letter)) {
            if (part == Part::other || ++between.characters > most_between) break;
            between.parts[static_cast<std::size_t>(part)] = true;
        } else if (letter == U'\n') {
            break;
        }
        i += bytes;
    }
    return number;
}

}  // namespace

Number read_number(std::string_view text, std::size_t at) {
    auto alone = read(text, at, Spaces::end_it);
    return is_date(alone) ? std::move(alone) : read(text, at, Spaces::are_in_it);
}

bool is_dialled(const Number& number) {
    if (is_date(number)) return false;
    if (number.digits.size() >= fewest_dialled) return true;
    return number.groups.size() == 1 && number.digits.size() > 2 && number.digits.front() == '0';
}

}  // namespace pocketplan::speech
