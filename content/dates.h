#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "content/library.h"

namespace pocketplan::content {

// "2025-12-11". Unset for anything else, or a day that does not exist.
std::optional<Date> parse_day(std::string_view text);

// 1 for Monday to 7 for Sunday (ISO 8601). Of a day that there is.
int weekday_of(const Date& day);
// 28 to 31. `month`: 1 to 12.
int days_in(int year, int month);
bool is_before(const Date& a, const Date& b);

// What the calendar does to a library, once, after it is loaded: facts whose source has expired are said nowhere any
// more, those whose source nobody checked in time say so (Advice::unchecked_since): each one, or, where a fact of the
// source is on every page, that one for all.
void age(Library& library, const Date& today);

// The sources that nobody checked in time, including expired ones: for staff.
std::vector<const Source*> overdue_sources(const Library& library, const Date& today);

}  // namespace pocketplan::content
