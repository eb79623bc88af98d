#pragma once

#include "content/answers.h"
#include "kiosk/visit/state.h"

// What a touch picks on a calendar, on a clock, and of a date long past.
namespace pocketplan::visit {

struct PickDate {
    DatePart part;
    int value;
};
struct FocusDate {
    DatePart part;
};
struct PickDecade {
    int first_year;
};
struct ShowMonth {
    int year;
    int month;
};
struct PickDay {
    content::Date day;
};
struct ShowHalf {
    HalfOfDay half;
};
struct PickTime {
    TimePart part;
    int value;
};
}  // namespace pocketplan::visit
