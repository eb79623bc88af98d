#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/library.h"

namespace pocketplan::content {

// "2025-12-11". Unset for anything else, or a day that does not exist.
std::optional<Date> parse_day(std::string_view text);
// The other way (ISO 8601).
std::string iso_day(const Date& day);

// 1 for Monday to 7 for Sunday (ISO 8601). Of a day that there is.
int weekday_of(const Date& day);
// 28 to 31. `month`: 1 to 12.
int days_in(int year, int month);
bool is_before(const Date& a, const Date& b);

// Whether a machine's clock says a day before the pack was written: it has lost its time.
bool is_lost(const Date& today, const Library& library);
// The same, or the day on which the pack was written where that is lost: what a calendar offers.
Date day_at_least(const Date& today, const Library& library);

// What the calendar does to a library as it was loaded; another day is for a fresh copy. Facts whose source has expired
// are said nowhere any more, those whose source nobody checked in time say so (Advice::unchecked_since): each one, or,
// where a fact of the source is on every page, that one for all. By a clock that is lost nobody can know, so every
// source says so.
void age(Library& library, const Date& today);

// The sources that nobody checked in time, including expired ones: for staff. None by a clock that is lost.
std::vector<const Source*> overdue_sources(const Library& library, const Date& today);

}  // namespace pocketplan::content
