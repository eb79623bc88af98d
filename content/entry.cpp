#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "content/interview.h"

namespace pocketplan::content {
namespace {

constexpr int fewest_phone_digits = 7;      // a local number without its area code
constexpr int most_phone_digits = 15;       // ITU-T E.164, 6.1
constexpr std::size_t longest_number = 32;  // with all its separators

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

int count_digits(std::string_view text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), is_digit));
}

tl::expected<void, EntryFault> check_digits(std::string_view text, std::string_view others, int fewest, int most) {
    const bool known = std::all_of(text.begin(), text.end(),
                                   [&](char c) { return is_digit(c) || others.find(c) != std::string_view::npos; });
    if (!known) return tl::unexpected(EntryFault::not_a_digit);
    if (text.size() > longest_number) return tl::unexpected(EntryFault::too_long);
    const int digits = count_digits(text);
    if (digits < fewest) return tl::unexpected(EntryFault::too_few_digits);
    if (digits > most) return tl::unexpected(EntryFault::too_many_digits);
    return {};
}

// Line breaks and other C0 and C1 controls, and the marks that turn text round (UAX 9, 2): they could make what is
// printed read differently from what was typed.
bool is_control(std::string_view utf8, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < utf8.size() ? static_cast<unsigned char>(utf8[i]) : 0U; };
    const unsigned lead = byte(at);
    if (lead < 0x20 || lead == 0x7F) return true;
    if (lead == 0xC2 && byte(at + 1) < 0xA0) return true;
    if (lead != 0xE2) return false;
    const unsigned second = byte(at + 1);
    const unsigned third = byte(at + 2);
    const bool separator_or_embedding = second == 0x80 && third >= 0xA8 && third <= 0xAE;
    const bool mark = second == 0x80 && (third == 0x8E || third == 0x8F);
    const bool isolate = second == 0x81 && third >= 0xA6 && third <= 0xA9;
    return separator_or_embedding || mark || isolate;
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

tl::expected<void, EntryFault> check_text(std::string_view utf8, int longest) {
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if (is_control(utf8, at)) return tl::unexpected(EntryFault::control_character);
    }
    const auto code_points = std::count_if(utf8.begin(), utf8.end(),
                                           [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    if (code_points > longest) return tl::unexpected(EntryFault::too_long);
    return {};
}

tl::expected<void, EntryFault> check_phone(std::string_view utf8) {
    return check_digits(utf8, " +-().;/#*x", fewest_phone_digits, most_phone_digits);
}

tl::expected<void, EntryFault> check_number(std::string_view utf8, const Question& question) {
    return check_digits(utf8, " -", question.fewest_digits, question.most_digits);
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
