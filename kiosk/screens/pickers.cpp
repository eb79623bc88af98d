#include <algorithm>
#include <array>
#include <vector>

#include "kiosk/screens/question.h"

// Days and times are picked by touch, part by part, so that no order of digits has to be known.
namespace pocketplan::screens {
namespace {

using ui::Rect;
using visit::DatePart;
using visit::TimePart;

constexpr ui::Type cell_type{.capital = 0.9, .align = typeset::Align::centre, .line_height = 1.15};

// Equal cells, row by row.
class Cells {
public:
    Cells(const Scene& scene, const Rect& body, int columns, int count)
        : body_(body), columns_(columns), between_(scene.ui.mm(gap)) {
        const int rows = (count + columns - 1) / columns;
        width_ = (body.width - (columns - 1) * between_) / columns;
        height_ = std::clamp((body.height - (rows - 1) * between_) / rows, scene.ui.mm(target), scene.ui.mm(22));
    }
    [[nodiscard]] Rect at(int cell) const {
        return {body_.x + (cell % columns_) * (width_ + between_), body_.y + (cell / columns_) * (height_ + between_),
                width_, height_};
    }

private:
    Rect body_;
    int columns_;
    double between_;
    double width_ = 0;
    double height_ = 0;
};

// Figures and the signs between them keep their order in every language.
content::PhraseText isolated(std::string_view figures) {
    return content::fill("{figures}", {{"figures", figures, content::ValueDirection::isolated}});
}

// A cell's label is as large as the visitor's text where the cell has room for it.
void draw_cell(Scene& scene, std::string_view id, const Rect& rect, const ui::Button& look, const visit::Event& event) {
    scene.button(id, rect, fitted(scene, look, rect), event);
}

std::string_view month_name(const Scene& scene, int month) {
    return scene.text(std::string_view(ui::Id("month.", month)));
}

int days_in(const content::Date& date) {
    constexpr std::array days{31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};  // before a month is picked: 31
    return days[static_cast<std::size_t>(std::clamp(date.month, 0, 12))];
}

void draw_months(Scene& scene, const Rect& body) {
    const Cells cells(scene, body, scene.ui.display().portrait() ? 3 : 4, 12);
    for (int month = 1; month <= 12; ++month) {
        ui::Button look{.label = month_name(scene, month), .type = cell_type};
        look.chosen = scene.visit.entry.date.month == month;
        draw_cell(scene, ui::Id("month.", month), cells.at(month - 1), look, visit::PickDate{DatePart::month, month});
    }
}

void draw_days(Scene& scene, const Rect& body) {
    const Cells cells(scene, body, scene.ui.display().portrait() ? 7 : 11, 31);
    for (int day = 1; day <= days_in(scene.visit.entry.date); ++day) {
        const ui::Id number("", day);
        ui::Button look{.label = number, .type = cell_type};
        look.chosen = scene.visit.entry.date.day == day;
        draw_cell(scene, ui::Id("day.", day), cells.at(day - 1), look, visit::PickDate{DatePart::day, day});
    }
}

void draw_year(Scene& scene, const Rect& rect, int year) {
    const ui::Id number("", year);
    ui::Button look{.label = number, .type = cell_type};
    look.chosen = scene.visit.entry.date.year == year;
    draw_cell(scene, ui::Id("year.", year), rect, look, visit::PickDate{DatePart::year, year});
}

// The years ahead; or, for what is long past, first its decade.
void draw_years(Scene& scene, const Rect& body) {
    const int now = scene.machine.this_year;
    if (!scene.question().past) {
        const Cells cells(scene, body, 3, 3);
        for (int ahead = 0; ahead < 3; ++ahead) draw_year(scene, cells.at(ahead), now + ahead);
        return;
    }
    constexpr int decades = 10;
    const Cells cells(scene, body, scene.ui.display().portrait() ? 3 : 5, 10);
    const int newest = now / 10 * 10;
    const int page = std::min(scene.visit.page, decades);
    for (int i = 0; i < decades; ++i) {
        if (page > 0) {
            const int year = newest - (page - 1) * 10 + i;
            if (year <= now) draw_year(scene, cells.at(i), year);
            continue;
        }
        const int first = newest - (decades - 1 - i) * 10;
        std::array<char, 24> text{};
        const ui::Id begin("", first);
        const ui::Id end(" – ", std::min(first + 9, now));
        std::string_view(begin).copy(text.data(), 4);
        std::string_view(end).copy(text.data() + 4, 12);
        const auto label = isolated(text.data());
        draw_cell(scene, ui::Id("decade.", first), cells.at(i), {.label = content::view(label), .type = cell_type},
                  visit::TurnPage{(newest - first) / 10 + 1});
    }
}

void draw_part(Scene& scene, const Rect& rect, DatePart part, std::string_view id, std::string_view name,
               std::string_view value) {
    ui::Button look{.label = value.empty() ? name : value, .type = cell_type};
    look.chosen = scene.visit.entry.date_part == part;
    if (value.empty()) look.emphasis = ui::Emphasis::quiet;
    draw_cell(scene, id, rect, look, visit::FocusDate{part});
}

void draw_minutes_and_hours(Scene& scene, const Cells& cells, int columns) {
    constexpr int first_hour = 5;  // no office opens before; a home visit may be early
    constexpr int hours = 16;
    const auto& entry = scene.visit.entry;
    for (int i = 0; i < hours; ++i) {
        const int hour = first_hour + i;
        const ui::Id number("", hour % 12 == 0 ? 12 : hour % 12);
        const auto label = content::fill(scene.text(hour < 12 ? "time.am" : "time.pm"),
                                         {{"time", number, content::ValueDirection::isolated}});
        ui::Button look{.label = content::view(label), .type = cell_type};
        look.type.capital = 0.7;
        look.chosen = entry.hour == hour;
        draw_cell(scene, ui::Id("hour.", hour), cells.at(i), look, visit::PickTime{TimePart::hour, hour});
    }
    const int below = (hours + columns - 1) / columns * columns;
    for (int i = 0; i < 12; ++i) {
        const int minute = i * 5;
        const ui::Id number(minute < 10 ? ":0" : ":", minute);
        const auto label = isolated(number);
        ui::Button look{.label = content::view(label), .emphasis = ui::Emphasis::quiet, .type = cell_type};
        look.chosen = entry.minute == minute;
        draw_cell(scene, ui::Id("minute.", minute), cells.at(below + i), look,
                  visit::PickTime{TimePart::minute, minute});
    }
}

}  // namespace

void draw_date(Scene& scene, Rect body) {
    auto& ui = scene.ui;
    const auto& entry = scene.visit.entry;
    Rect parts = body.take_top(ui.mm(target), ui.mm(gap + 2));
    const double third = (parts.width - 2 * ui.mm(gap)) / 3;
    const ui::Id day("", entry.date.day);
    const ui::Id year("", entry.date.year);
    draw_part(scene, parts.take_start(third, ui.mm(gap)), DatePart::month, "date.month", scene.text("entry.month"),
              entry.date.month > 0 ? month_name(scene, entry.date.month) : std::string_view());
    draw_part(scene, parts.take_start(third, ui.mm(gap)), DatePart::day, "date.day", scene.text("entry.day"),
              entry.date.day > 0 ? std::string_view(day) : std::string_view());
    draw_part(scene, parts, DatePart::year, "date.year", scene.text("entry.year"),
              entry.date.year > 0 ? std::string_view(year) : std::string_view());
    switch (entry.date_part) {
        case DatePart::month:
            return draw_months(scene, body);
        case DatePart::day:
            return draw_days(scene, body);
        case DatePart::year:
            return draw_years(scene, body);
    }
}

void draw_time(Scene& scene, const Rect& body) {
    const int columns = scene.ui.display().portrait() ? 4 : 8;
    const int hour_rows = 16 / columns;
    const int minute_rows = (12 + columns - 1) / columns;
    const Cells cells(scene, body, columns, (hour_rows + minute_rows) * columns);
    draw_minutes_and_hours(scene, cells, columns);
}

}  // namespace pocketplan::screens
