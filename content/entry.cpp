#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

#include "content/interview.h"
#include "content/value.h"

namespace pocketplan::content {
namespace {

constexpr int fewest_phone_digits = 3;  // 211, 988: short numbers of the North American plan
constexpr int most_phone_digits = 20;   // 15 of ITU-T E.164, 6.1, and an extension

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

int count_digits(std::string_view text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), is_digit));
}

// Whether it has only digits and these other characters.
bool is_made_of(std::string_view text, std::string_view others) {
    return std::all_of(text.begin(), text.end(),
                       [&](char c) { return is_digit(c) || others.find(c) != std::string_view::npos; });
}

tl::expected<void, EntryFault> check_digits(std::string_view text, int fewest, int most) {
    if (text.size() > longest_number) return tl::unexpected(EntryFault::too_long);
    const int digits = count_digits(text);
    if (digits < fewest) return tl::unexpected(EntryFault::too_few_digits);
    if (digits > most) return tl::unexpected(EntryFault::too_many_digits);
    return {};
}

// How people mark an extension, in any case; "#" may also begin a number.
constexpr std::array<std::string_view, 4> extension_marks{"extension", "ext.", "ext", "x"};

struct Phone {
    std::string_view number;
    std::string_view extension;  // after its mark; empty if there is none
    bool extended = false;
};
Phone part_phone(std::string_view text) {
    const auto alike = [](char a, char b) { return (a | 0x20) == b || a == b; };
    for (const auto mark : extension_marks) {
        const auto* const at = std::search(text.begin(), text.end(), mark.begin(), mark.end(), alike);
        if (at == text.end()) continue;
        const auto begin = static_cast<std::size_t>(at - text.begin());
        return {text.substr(0, begin), text.substr(begin + mark.size()), true};
    }
    return {text, {}, false};
}

// The mark of an extension has digits on both sides.
bool is_spelled_as_phone(std::string_view text) {
    const auto [number, extension, extended] = part_phone(text);
    const bool begins = number.empty() || is_digit(number.front()) ||
                        std::string_view("+(#*").find(number.front()) != std::string_view::npos;
    if (!begins || !is_made_of(number, " +-().,:;/#*") || !is_made_of(extension, " .:-#")) return false;
    return !extended || (count_digits(number) > 0 && count_digits(extension) > 0);
}

tl::expected<Words, EntryFault> take_figures(std::string_view utf8) {
    const auto tidied = tidy(utf8);
    if (!tidied) return tl::unexpected(EntryFault::control_character);
    return in_ascii(tidied->view());
}

}  // namespace

std::string_view text_id(EntryFault fault) {
    switch (fault) {
        case EntryFault::too_few_digits:
            return "fault.too_few_digits";
        case EntryFault::too_many_digits:
            return "fault.too_many_digits";
        case EntryFault::not_a_digit:
            return "fault.not_a_digit";
        case EntryFault::too_long:
            return "fault.too_long";
        case EntryFault::no_such_day:
            return "fault.no_such_day";
        case EntryFault::no_such_time:
            return "fault.no_such_time";
        case EntryFault::control_character:
            return "fault.control_character";
    }
    std::abort();
}

tl::expected<Words, EntryFault> take_text(std::string_view utf8, int longest) {
    auto tidied = tidy(utf8);
    if (!tidied) return tl::unexpected(EntryFault::control_character);
    if (tidied->length() > static_cast<std::size_t>(longest)) return tl::unexpected(EntryFault::too_long);
    return std::move(*tidied);
}

tl::expected<Words, EntryFault> take_phone(std::string_view utf8) {
    auto figures = take_figures(utf8);
    if (!figures || figures->empty()) return figures;
    if (!is_spelled_as_phone(figures->view())) return tl::unexpected(EntryFault::not_a_digit);
    const auto checked = check_digits(figures->view(), fewest_phone_digits, most_phone_digits);
    if (!checked) return tl::unexpected(checked.error());
    return figures;
}

// Without the letters that the pack prints before the number ("A 000-000-000"), because many people type them too.
std::string_view without_prefix(std::string_view typed, const Question& question) {
    const auto prefix = std::string_view(question.grouping).substr(0, question.grouping.find_first_of(" 0"));
    const auto same = [](char a, char b) { return a == b || (a ^ b) == 0x20; };
    const bool there = typed.size() > prefix.size() && std::equal(prefix.begin(), prefix.end(), typed.begin(), same);
    return there ? typed.substr(prefix.size()) : typed;
}

tl::expected<Words, EntryFault> take_number(std::string_view utf8, const Question& question) {
    auto figures = take_figures(without_prefix(utf8, question));
    if (!figures || figures->empty()) return figures;
    if (!is_made_of(figures->view(), " -")) return tl::unexpected(EntryFault::not_a_digit);
    const auto checked = check_digits(figures->view(), question.fewest_digits, question.most_digits);
    if (!checked) return tl::unexpected(checked.error());
    return figures;
}

tl::expected<void, EntryFault> check_date(const Date& date) {
    using namespace std::chrono;
    const bool plausible = date.year >= 1900 && date.year <= 2199 && date.month >= 1 && date.month <= 12 &&
                           date.day >= 1 && date.day <= 31;
    const auto part = [](int value) { return static_cast<unsigned>(value); };
    const bool exists = plausible && year_month_day(year(date.year), month(part(date.month)), day(part(date.day))).ok();
    if (!exists) return tl::unexpected(EntryFault::no_such_day);
    return {};
}

tl::expected<void, EntryFault> check_time(const TimeOfDay& time) {
    const bool good = time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60;
    if (!good) return tl::unexpected(EntryFault::no_such_time);
    return {};
}

}  // namespace pocketplan::content
