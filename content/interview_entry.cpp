#include <chrono>

#include "content/interview.h"
#include "content/utf8.h"

namespace pocketplan::content {

namespace {

// E.164 has 15 digits at most; the shortest subscriber numbers in use have 7.
constexpr int fewest_phone_digits = 7;
constexpr int most_phone_digits = 15;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The digits of `text`, which may hold only them and what `between` has.
tl::expected<int, EntryFault> count_digits(std::string_view text, std::string_view between) {
    int digits = 0;
    for (const char c : text) {
        if (is_digit(c)) {
            ++digits;
        } else if (between.find(c) == std::string_view::npos) {
            return tl::unexpected(EntryFault::not_a_digit);
        }
    }
    return digits;
}

tl::expected<void, EntryFault> check_count(tl::expected<int, EntryFault> digits, int fewest, int most) {
    if (!digits) return tl::unexpected(digits.error());
    if (*digits < fewest) return tl::unexpected(EntryFault::too_few_digits);
    if (*digits > most) return tl::unexpected(EntryFault::too_many_digits);
    return {};
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
    return {};
}

tl::expected<void, EntryFault> check_text(std::string_view utf8, int longest) {
    if (!is_utf8(utf8)) return tl::unexpected(EntryFault::control_character);
    int length = 0;
    while (!utf8.empty()) {
        const char32_t c = take_code_point(utf8);
        if (is_line_control(c) || is_direction_control(c)) return tl::unexpected(EntryFault::control_character);
        if (++length > longest) return tl::unexpected(EntryFault::too_long);
    }
    return {};
}

tl::expected<void, EntryFault> check_phone(std::string_view utf8) {
    return check_count(count_digits(utf8, " +-()./#*x"), fewest_phone_digits, most_phone_digits);
}

tl::expected<void, EntryFault> check_number(std::string_view utf8, const Question& question) {
    return check_count(count_digits(utf8, " -"), question.fewest_digits, question.most_digits);
}

tl::expected<void, EntryFault> check_date(const Date& date) {
    const bool in_range = date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.day >= 1;
    const std::chrono::year_month_day day(std::chrono::year(date.year),
                                          std::chrono::month(static_cast<unsigned>(date.month)),
                                          std::chrono::day(static_cast<unsigned>(date.day)));
    if (!in_range || date.month > 12 || date.day > 31 || !day.ok()) return tl::unexpected(EntryFault::no_such_day);
    return {};
}

tl::expected<void, EntryFault> check_time(const TimeOfDay& time) {
    const bool exists = time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60;
    if (!exists) return tl::unexpected(EntryFault::no_such_time);
    return {};
}

}  // namespace pocketplan::content
