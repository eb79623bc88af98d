#include "content/dates.h"

#include <algorithm>

#include "content/interview.h"
#include "kiosk/view/describer.h"

// Days and times are picked by touch, so that no order of digits has to be known: what lies ahead from a calendar, what
// is long past part by part.
namespace pocketplan::view {
namespace {

using visit::DatePart;
using visit::HalfOfDay;
using visit::TimePart;

// Before a month is picked, as many as any has; the year is picked last, and may be a leap year.
int most_days_in(int month) {
    constexpr int leap_year = 2000;
    return month == 0 ? 31 : content::days_in(leap_year, month);
}

// Whether this part, with those picked before, makes a day that is yet to come: nobody was born then.
bool is_ahead(const Asked& of, DatePart part, int value) {
    auto date = of.entry().date;
    if (part == DatePart::month) date.month = value;
    if (part == DatePart::day) date.day = value;
    if (part == DatePart::year) date.year = value;
    if (date.year == 0) return false;
    date = {date.year, std::max(date.month, 1), std::max(date.day, 1)};
    return content::is_before(of.machine.today, date);
}

Grid months(const Asked& of) {
    Grid grid{.groups = {{}}, .columns = 4, .tall_columns = 3, .cells = 12};
    for (int month = 1; month <= 12; ++month) {
        grid.groups[0].push_back({.id = {"month.", month},
                                  .label = of.named(Id("month.alone.", month)),
                                  .event = visit::PickDate{DatePart::month, month},
                                  .chosen = of.entry().date.month == month,
                                  .enabled = !is_ahead(of, DatePart::month, month)});
    }
    return grid;
}

Grid days(const Asked& of) {
    Grid grid{.groups = {{}}, .columns = 11, .tall_columns = 7, .cells = 31};
    for (int day = 1; day <= most_days_in(of.entry().date.month); ++day) {
        grid.groups[0].push_back({.id = {"day.", day},
                                  .label = Number{day},
                                  .event = visit::PickDate{DatePart::day, day},
                                  .chosen = of.entry().date.day == day,
                                  .enabled = !is_ahead(of, DatePart::day, day)});
    }
    return grid;
}

Control year_control(const Asked& of, int year) {
    return {.id = {"year.", year},
            .label = Number{year},
            .event = visit::PickDate{DatePart::year, year},
            .chosen = of.entry().date.year == year,
            .enabled = !is_ahead(of, DatePart::year, year)};
}

// First the decade.
Grid years(const Asked& of) {
    const int now = of.machine.today.year;
    constexpr int decades = 10;
    Grid grid{.groups = {{}}, .columns = 5, .tall_columns = 3, .cells = 10};
    const int newest = now / 10 * 10;
    const int decade = of.entry().decade;
    for (int i = 0; i < decades; ++i) {
        if (decade != visit::no_decade) {
            if (decade + i <= now) grid.groups[0].push_back(year_control(of, decade + i));
            continue;
        }
        const int first = newest - (decades - 1 - i) * 10;
        grid.groups[0].push_back({.id = {"decade.", first},
                                  .label = Years{first, std::min(first + 9, now)},
                                  .event = visit::PickDecade{first}});
    }
    return grid;
}

Control part(const Asked& of, DatePart part, Id id, content::CommonText name, const Said& value) {
    const bool open = is_nothing(value);
    return {.id = id,
            .label = open ? of.text(name) : value,
            .event = visit::FocusDate{part},
            .rank = open ? Rank::quiet : Rank::plain,
            .chosen = of.entry().date_part == part};
}

Said number_if(int value) {
    return value > 0 ? Said(Number{value}) : Said(Nothing{});
}

void describe_parts(const Asked& of, View& view) {
    const auto& date = of.entry().date;
    const Said month = date.month > 0 ? of.named(Id("month.alone.", date.month)) : Said(Nothing{});
    Tabs tabs;
    tabs.controls = {part(of, DatePart::month, "date.month", texts::entry_month, month),
                     part(of, DatePart::day, "date.day", texts::entry_day, number_if(date.day)),
                     part(of, DatePart::year, "date.year", texts::entry_year, number_if(date.year))};
    view.parts.emplace_back(std::move(tabs));
    switch (of.entry().date_part) {
        case DatePart::month:
            view.parts.emplace_back(months(of));
            break;
        case DatePart::day:
            view.parts.emplace_back(days(of));
            break;
        case DatePart::year:
            view.parts.emplace_back(years(of));
            break;
    }
}

constexpr int first_weekday = 7;  // Sunday, as on a calendar in the United States (CLDR, weekData)

// The column of a weekday, from 0.
int column_of(int weekday) {
    return (weekday - first_weekday + 7) % 7;
}

// The months before and after the one that is shown, with the first and last that there are.
Control turn(const Asked& of, Id id, content::CommonText label, Icon icon, content::Date month) {
    if (month.month < 1) month = {month.year - 1, 12, 1};
    if (month.month > 12) month = {month.year + 1, 1, 1};
    const auto& today = of.machine.today;
    const bool over = content::is_before(month, {today.year, today.month, 1});
    return {.id = id,
            .label = of.text(label),
            .icon = icon,
            .event = visit::ShowMonth{month.year, month.month},
            .enabled = !over && content::check_date(month).has_value()};
}

// The month that was turned to; else that of the day picked, or of today.
content::Date month_shown(const Asked& of) {
    const auto& entry = of.entry();
    if (entry.shown_month > 0) return {entry.shown_year, entry.shown_month, 1};
    const auto& day = content::check_date(entry.date) ? entry.date : of.machine.today;
    return {day.year, day.month, 1};
}

Calendar calendar(const Asked& of) {
    const auto first = month_shown(of);
    const auto& today = of.machine.today;
    const auto& picked = of.entry().date;
    Calendar calendar{
        .month = MonthOfYear{first.year, first.month},
        .before = turn(of, "calendar.before", texts::calendar_before, Icon::back, {first.year, first.month - 1, 1}),
        .after = turn(of, "calendar.after", texts::calendar_after, Icon::next, {first.year, first.month + 1, 1}),
        .weekdays = {},
        .first = column_of(content::weekday_of(first)),
        .days = {}};
    for (int weekday = 1; weekday <= 7; ++weekday) {
        calendar.weekdays[static_cast<std::size_t>(column_of(weekday))] = of.named(Id("weekday.short.", weekday));
    }
    for (int number = 1; number <= content::days_in(first.year, first.month); ++number) {
        const content::Date day{first.year, first.month, number};
        if (day == today) calendar.today = number;
        calendar.days.push_back({.id = {"day.", number},
                                 .label = Number{number},
                                 .event = visit::PickDay{day},
                                 .chosen = day == picked,
                                 .enabled = !content::is_before(day, today)});
    }
    if (content::check_date(picked)) calendar.picked = PickedDay{};
    return calendar;
}

}  // namespace

void describe_date(const Asked& of, View& view) {
    if (of.question().past) return describe_parts(of, view);
    view.parts.emplace_back(calendar(of));
}

void describe_time(const Asked& of, View& view) {
    const auto& entry = of.entry();
    const auto control_of = [&](HalfOfDay half, Id id, content::CommonText name) {
        return Control{.id = id, .label = of.text(name), .event = visit::ShowHalf{half}, .chosen = entry.half == half};
    };
    Clock clock{.halves = {control_of(HalfOfDay::morning, "time.morning", texts::time_morning),
                           control_of(HalfOfDay::afternoon, "time.afternoon", texts::time_afternoon)},
                .hour = of.text(texts::time_hour),
                .hours = {},
                .minute = of.text(texts::time_minute),
                .minutes = {}};
    const int first = entry.half == HalfOfDay::afternoon ? 12 : 0;
    for (int hour = first; hour < first + 12; ++hour) {
        clock.hours.push_back({.id = {"hour.", hour},
                               .label = Number{hour % 12 == 0 ? 12 : hour % 12},
                               .event = visit::PickTime{TimePart::hour, hour},
                               .chosen = entry.hour == hour});
    }
    for (int minute = 0; minute < 60; minute += of.question().minutes_apart) {
        clock.minutes.push_back({.id = {"minute.", minute},
                                 .label = Minute{minute},
                                 .event = visit::PickTime{TimePart::minute, minute},
                                 .chosen = entry.minute == minute});
    }
    if (entry.half && entry.hour >= 0 && entry.minute >= 0) clock.picked = PickedTime{};
    view.parts.emplace_back(std::move(clock));
}

}  // namespace pocketplan::view
