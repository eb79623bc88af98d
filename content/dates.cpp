#include "content/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <tuple>

#include "content/interview.h"

namespace pocketplan::content {
namespace {

bool is_past(const Date& day, const Date& today) {
    return day != Date{} && is_before(day, today);
}

std::chrono::year_month_day calendar_day(const Date& day) {
    return {std::chrono::year(day.year), std::chrono::month(static_cast<unsigned>(day.month)),
            std::chrono::day(static_cast<unsigned>(day.day))};
}

// If a fact of the source is at the foot of every page, that one carries the remark for all: a remark after each line
// would hide what the line says.
void mark_unchecked(Library& library, const Source& source) {
    const auto of_source = [&](const Advice& advice) { return advice.source == source.id; };
    const auto foot = std::find_if(library.advice.begin(), library.advice.end(),
                                   [&](const Advice& a) { return of_source(a) && a.every_page; });
    if (foot != library.advice.end()) {
        foot->unchecked_since = source.checked;
        return;
    }
    for (auto& advice : library.advice) {
        if (of_source(advice)) advice.unchecked_since = source.checked;
    }
}

void take_out(Library& library, const Source& expired) {
    for (auto& advice : library.advice) {
        if (advice.source != expired.id) continue;
        advice.placements.clear();
        advice.every_page.reset();
    }
}

}  // namespace

int weekday_of(const Date& day) {
    return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(calendar_day(day))).iso_encoding());
}

int days_in(int year, int month) {
    const std::chrono::year_month_day_last last =
        std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last;
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

bool is_before(const Date& a, const Date& b) {
    return std::tie(a.year, a.month, a.day) < std::tie(b.year, b.month, b.day);
}

std::string iso_day(const Date& day) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
    return text.data();
}

std::optional<Date> parse_day(std::string_view text) {
    const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-';
    if (!shaped) return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = -1;
        const char* const end = text.data() + at + length;
        return std::from_chars(text.data() + at, end, value).ptr == end ? value : -1;
    };
    const Date date{number(0, 4), number(5, 2), number(8, 2)};
    return check_date(date) ? std::optional(date) : std::nullopt;
}

bool is_lost(const Date& today, const Library& library) {
    return is_before(today, library.information_date);
}

Date day_at_least(const Date& today, const Library& library) {
    return is_lost(today, library) ? library.information_date : today;
}

void age(Library& library, const Date& today) {
    for (const auto& source : library.sources) {
        if (is_past(source.review_by, today) || is_lost(today, library)) mark_unchecked(library, source);
        if (is_past(source.expires, today)) take_out(library, source);
    }
}

std::vector<const Source*> overdue_sources(const Library& library, const Date& today) {
    std::vector<const Source*> overdue;
    for (const auto& source : library.sources) {
        if (is_past(source.review_by, today) || is_past(source.expires, today)) overdue.push_back(&source);
    }
    return overdue;
}

}  // namespace pocketplan::content
