#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "content/library.h"

namespace pocketplan::content {

// "2025-12-11". Unset for anything else, or a day that there is not.
std::optional<Date> parse_day(std::string_view text);

// What the calendar does to a library, once, after it is loaded: facts whose source has expired are said nowhere any
// more, those whose source nobody checked in time say so (Advice::unchecked_since): each one, or, where a fact of the
// source is on every page, that one for all.
void age(Library& library, const Date& today);

// The sources that nobody checked in time, expired ones too: for the staff.
std::vector<const Source*> overdue_sources(const Library& library, const Date& today);

}  // namespace pocketplan::content
