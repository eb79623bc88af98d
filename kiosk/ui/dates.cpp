#include <algorithm>

#include "kiosk/ui/fitting.h"

// A calendar and a clock to pick from. On a wide display what leads to them stands at their side, so that the days keep
// the whole height; on a tall one above them.
namespace pocketplan::ui {
namespace {

constexpr double side_share = 0.3;   // of the width
constexpr double widest_side = 110;  // millimetres
constexpr double tallest_cell = 24;
constexpr double weekday_height = 6;
constexpr double head_height = 8;
constexpr double today_width = 8;
constexpr double today_height = 1.2;
constexpr int days_a_week = 7;
constexpr int most_weeks = 6;
constexpr int columns_of_clock = 6;

constexpr Type weekday_type{
    .capital = 0.7, .align = typeset::Align::centre, .line_height = 1.1, .least_capital = 2.5, .most_capital = 4};
constexpr Type head_type{.capital = 0.75, .line_height = 1.15, .least_capital = 3, .most_capital = 5};
constexpr Type month_type{.capital = 1.1, .weight = typeset::Weight::bold, .line_height = 1.2, .most_capital = 7};
constexpr Type number_type{.align = typeset::Align::centre, .line_height = 1.1, .most_capital = 7};
constexpr Type picked_type{
    .capital = 1, .weight = typeset::Weight::bold, .line_height = 1.25, .least_capital = 3, .most_capital = 7};

bool is_wide(const Ui& ui) {
    return !ui.display().portrait();
}

// What stands beside or above the cells: a head, two controls, and what was picked, read back.
struct Lead {
    const view::Said& head;
    const view::Control& first;
    const view::Control& second;
    const view::Said& picked;
    const view::Control* turn = nullptr;  // to more cells
};

void put_side(Presenter& on, Rect side, const Lead& lead) {
    const auto& ui = on.ui;
    if (!view::is_nothing(lead.head)) put_line(on, side.take_top(ui.mm(target), ui.mm(gap)), lead.head, month_type);
    on.put_fitted(lead.first, side.take_top(ui.mm(target), ui.mm(gap)), bar_type);
    on.put_fitted(lead.second, side.take_top(ui.mm(target), ui.mm(gap)), bar_type);
    if (lead.turn != nullptr) on.put_fitted(*lead.turn, side.take_bottom(ui.mm(target), ui.mm(gap)), bar_type);
    const Rect picked = side.take_top(std::min(side.height, ui.mm(3 * target)));
    if (!view::is_nothing(lead.picked)) put_line(on, picked, lead.picked, picked_type);
}

void put_above(Presenter& on, Rect& body, const Lead& lead) {
    const auto& ui = on.ui;
    Rect row = body.take_top(ui.mm(target), ui.mm(2 * gap));
    if (view::is_nothing(lead.head)) {
        const Cells cells(ui, row, 2);
        on.put_fitted(lead.first, cells.at(0), bar_type);
        on.put_fitted(lead.second, cells.at(1), bar_type);
    } else {
        const double width = ui.mm(45);
        on.put_fitted(lead.first, row.take_start(width, ui.mm(gap)), bar_type);
        on.put_fitted(lead.second, row.take_end(width, ui.mm(gap)), bar_type);
        Type centred = month_type;
        centred.align = typeset::Align::centre;
        put_line(on, row, lead.head, centred);
    }
}

void put_below(Presenter& on, Rect& body, const Lead& lead) {
    const auto& ui = on.ui;
    Rect row = body.take_top(std::min(body.height, ui.mm(target)));
    if (lead.turn != nullptr) on.put_fitted(*lead.turn, row.take_end(ui.mm(60), ui.mm(gap)), bar_type);
    if (!view::is_nothing(lead.picked)) put_line(on, row, lead.picked, picked_type);
}

// Takes the room of the lead from the body, and puts it there.
Rect take_lead(Presenter& on, Rect& body, const Lead& lead) {
    const auto& ui = on.ui;
    if (!is_wide(ui)) {
        // Low, where hands are.
        put_above(on, body, lead);
        return body;
    }
    const Rect side = body.take_start(std::min(body.width * side_share, ui.mm(widest_side)), ui.mm(3 * gap));
    put_side(on, side, lead);
    return body;
}

// A line below today's number.
void mark_today(Ui& ui, const Rect& cell) {
    const double width = ui.mm(today_width);
    ui.fill({cell.x + (cell.width - width) / 2, cell.bottom() - ui.mm(2.6), width, ui.mm(today_height)},
            ui.colours().accent, ui.mm(today_height / 2));
}

void put_weekdays(Presenter& on, const Rect& row, const view::Calendar& calendar) {
    const Cells cells(on.ui, row, days_a_week);
    int column = 0;
    for (const auto& weekday : calendar.weekdays) put_line(on, cells.at(column++), weekday, weekday_type);
}

int rows_of(const view::List<view::Control>& numbers) {
    return (static_cast<int>(numbers.size()) + columns_of_clock - 1) / columns_of_clock;
}

// The numbers under their head, in rows; takes their room.
enum class Heads { shown, left_out };
void put_numbers(Presenter& on, Rect& body, const view::Said& head, const view::List<view::Control>& numbers,
                 double height, Heads heads) {
    const auto& ui = on.ui;
    const int rows = rows_of(numbers);
    if (heads == Heads::shown) put_line(on, body.take_top(ui.mm(head_height), ui.mm(1)), head, head_type);
    const Cells cells(ui, body.take_top(rows * (height + ui.mm(gap)) - ui.mm(gap), ui.mm(gap)), columns_of_clock,
                      height);
    int at = 0;
    for (const auto& number : numbers) on.put_fitted(number, cells.at(at++), number_type);
}

// How many weeks at the beginning have no day that can be picked any more.
int weeks_over(const view::Calendar& calendar) {
    const auto open =
        std::find_if(calendar.days.begin(), calendar.days.end(), [](const view::Control& day) { return day.enabled; });
    if (open == calendar.days.end()) return 0;
    return (calendar.first + static_cast<int>(open - calendar.days.begin())) / days_a_week;
}

}  // namespace

void put_calendar(Presenter& on, Rect& body, const view::Calendar& calendar) {
    auto& ui = on.ui;
    const int all_weeks = (calendar.first + static_cast<int>(calendar.days.size()) + days_a_week - 1) / days_a_week;
    const double above = is_wide(ui) ? 0 : ui.mm(target + 2 * gap);
    const double below = is_wide(ui) ? 0 : ui.mm(target + gap);
    const double room = body.height - above - below - ui.mm(weekday_height + 1);
    const int fit = std::max(static_cast<int>((room + ui.mm(gap)) / ui.mm(target + gap)), 1);
    // Where there is no room for all of them, the weeks that are over make room.
    const int over = all_weeks > fit ? weeks_over(calendar) : 0;
    const int weeks = all_weeks - over;
    const int a_page = std::min(fit, most_weeks);
    const int pages = (weeks + a_page - 1) / a_page;
    const int page = page_among(on.view.page, pages);
    const auto turn = turn_control(on, page, pages);
    const Lead lead{calendar.month, calendar.before, calendar.after, calendar.picked, pages > 1 ? &turn : nullptr};
    const double height = std::clamp((room + ui.mm(gap)) / most_weeks - ui.mm(gap), ui.mm(target), ui.mm(tallest_cell));
    const double used = a_page * (height + ui.mm(gap)) - ui.mm(gap);
    if (!is_wide(ui)) body.take_top(std::max(0.0, room - used) * 0.8);
    Rect days = take_lead(on, body, lead);
    put_weekdays(on, days.take_top(ui.mm(weekday_height), ui.mm(1)), calendar);
    const Cells cells(ui, days, days_a_week, height);
    for (int at = 0; at < static_cast<int>(calendar.days.size()); ++at) {
        const int cell = calendar.first + at - (over + page * a_page) * days_a_week;
        if (cell < 0 || cell >= a_page * days_a_week) continue;
        on.put_fitted(calendar.days[static_cast<std::size_t>(at)], cells.at(cell), number_type);
        if (at + 1 == calendar.today) mark_today(ui, cells.at(cell));
    }
    if (is_wide(ui)) return;
    days.take_top(used, ui.mm(gap));
    put_below(on, days, lead);
}

double least_clock_height(const Ui& ui, const view::Clock& clock) {
    const double around = is_wide(ui) ? 0 : ui.mm(2 * target + 3 * gap);
    return around + (rows_of(clock.hours) + rows_of(clock.minutes)) * ui.mm(target + gap);
}

void put_clock(Presenter& on, Rect& body, const view::Clock& clock) {
    auto& ui = on.ui;
    const view::Said none = view::Nothing{};
    const Lead lead{none, clock.halves[0], clock.halves[1], clock.picked};
    const int rows = rows_of(clock.hours) + rows_of(clock.minutes);
    // Heads make way for numbers.
    const double both_heads = ui.mm(2 * (head_height + 1));
    const bool low =
        is_low(ui, lowest_for_all) || body.height < least_clock_height(ui, clock) + both_heads - ui.mm(gap);
    const double heads = low ? 0 : both_heads;
    const double around = is_wide(ui) ? 0 : ui.mm(2 * target + 3 * gap);
    const double room = body.height - heads - around;
    const double height = std::clamp(room / rows - ui.mm(gap), ui.mm(target), ui.mm(tallest_cell));
    if (!is_wide(ui)) body.take_top(std::max(0.0, room - rows * (height + ui.mm(gap))) * 0.8);
    Rect numbers = take_lead(on, body, lead);
    put_numbers(on, numbers, clock.hour, clock.hours, height, low ? Heads::left_out : Heads::shown);
    put_numbers(on, numbers, clock.minute, clock.minutes, height, low ? Heads::left_out : Heads::shown);
    if (!is_wide(ui)) put_below(on, numbers, lead);
}

}  // namespace pocketplan::ui
