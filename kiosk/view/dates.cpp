#include <algorithm>
#include <array>

#include "kiosk/view/describer.h"

// Days and times are picked by touch, part by part, so that no order of digits has to be known.
namespace pocketplan::view {
namespace {

using visit::DatePart;
using visit::TimePart;

int days_in(const content::Date& date) {
    constexpr std::array days{31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};  // before a month is picked: 31
    return days[static_cast<std::size_t>(std::clamp(date.month, 0, 12))];
}

Grid months(const Describer& of) {
    Grid grid{.groups = {{}}, .columns = 4, .tall_columns = 3, .cells = 12};
    for (int month = 1; month <= 12; ++month) {
        const Id id("month.", month);
        grid.groups[0].push_back({.id = id,
                                  .label = of.named(id),
                                  .event = visit::PickDate{DatePart::month, month},
                                  .chosen = of.visit.entry.date.month == month});
    }
    return grid;
}

Grid days(const Describer& of) {
    Grid grid{.groups = {{}}, .columns = 11, .tall_columns = 7, .cells = 31};
    for (int day = 1; day <= days_in(of.visit.entry.date); ++day) {
        grid.groups[0].push_back({.id = {"day.", day},
                                  .label = Number{day},
                                  .event = visit::PickDate{DatePart::day, day},
                                  .chosen = of.visit.entry.date.day == day});
    }
    return grid;
}

Control year_control(const Describer& of, int year) {
    return {.id = {"year.", year},
            .label = Number{year},
            .event = visit::PickDate{DatePart::year, year},
            .chosen = of.visit.entry.date.year == year};
}

// The years ahead; or, for what is long past, first its decade.
Grid years(const Describer& of) {
    const int now = of.machine.this_year;
    if (!of.question().past) {
        Grid ahead{.groups = {{}}, .columns = 3, .tall_columns = 3, .cells = 3};
        for (int year = now; year < now + 3; ++year) ahead.groups[0].push_back(year_control(of, year));
        return ahead;
    }
    constexpr int decades = 10;
    Grid grid{.groups = {{}}, .columns = 5, .tall_columns = 3, .cells = 10};
    const int newest = now / 10 * 10;
    const int page = std::min(of.visit.page, decades);
    for (int i = 0; i < decades; ++i) {
        if (page > 0) {
            const int year = newest - (page - 1) * 10 + i;
            if (year <= now) grid.groups[0].push_back(year_control(of, year));
            continue;
        }
        const int first = newest - (decades - 1 - i) * 10;
        grid.groups[0].push_back({.id = {"decade.", first},
                                  .label = Years{first, std::min(first + 9, now)},
                                  .event = visit::TurnPage{(newest - first) / 10 + 1}});
    }
    return grid;
}

Control part(const Describer& of, DatePart part, Id id, content::CommonText name, const Said& value) {
    const bool open = is_nothing(value);
    return {.id = id,
            .label = open ? of.text(name) : value,
            .event = visit::FocusDate{part},
            .rank = open ? Rank::quiet : Rank::plain,
            .chosen = of.visit.entry.date_part == part};
}

Said number_if(int value) {
    return value > 0 ? Said(Number{value}) : Said(Nothing{});
}

}  // namespace

void describe_date(const Describer& of, View& view) {
    const auto& date = of.visit.entry.date;
    const Said month = date.month > 0 ? of.named(Id("month.", date.month)) : Said(Nothing{});
    Tabs tabs;
    tabs.controls = {part(of, DatePart::month, "date.month", texts::entry_month, month),
                     part(of, DatePart::day, "date.day", texts::entry_day, number_if(date.day)),
                     part(of, DatePart::year, "date.year", texts::entry_year, number_if(date.year))};
    view.parts.emplace_back(std::move(tabs));
    switch (of.visit.entry.date_part) {
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

void describe_time(const Describer& of, View& view) {
    constexpr int first_hour = 5;  // no office opens before; a home visit may be early
    constexpr int last_hour = 20;
    Grid grid{.groups = {{}, {}}, .columns = 8, .tall_columns = 4};
    for (int hour = first_hour; hour <= last_hour; ++hour) {
        grid.groups[0].push_back({.id = {"hour.", hour},
                                  .label = Hour{hour},
                                  .event = visit::PickTime{TimePart::hour, hour},
                                  .chosen = of.visit.entry.hour == hour});
    }
    for (int minute = 0; minute < 60; minute += 5) {
        grid.groups[1].push_back({.id = {"minute.", minute},
                                  .label = Minute{minute},
                                  .event = visit::PickTime{TimePart::minute, minute},
                                  .rank = Rank::quiet,
                                  .chosen = of.visit.entry.minute == minute});
    }
    view.parts.emplace_back(std::move(grid));
}

}  // namespace pocketplan::view
