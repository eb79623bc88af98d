#include "content/dates.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "content/interview.h"

namespace pocketplan::content {
namespace {

bool is_past(const Date& day, const Date& today) {
    if (day == Date{}) return false;
    return std::tie(today.year, today.month, today.day) > std::tie(day.year, day.month, day.day);
}

}  // namespace

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

void age(Library& library, const Date& today) {
    for (auto& advice : library.advice) {
        const auto source = std::find_if(library.sources.begin(), library.sources.end(),
                                         [&](const Source& s) { return s.id == advice.source; });
        if (source == library.sources.end()) continue;
        if (is_past(source->review_by, today)) advice.unchecked_since = source->checked;
        if (is_past(source->expires, today)) {
            advice.placements.clear();
            advice.every_page.reset();
        }
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
