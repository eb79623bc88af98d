#include <algorithm>
#include <cmath>

#include "kiosk/ui/fitting.h"
#include "kiosk/ui/sheets.h"

// One sheet that fills the screen; the sheets that are being printed; what stands below the review.
namespace pocketplan::ui {
namespace {

// Millimetres.
constexpr double text_column = 62;  // beside a sheet that fills the screen
constexpr double key = 19;
constexpr double widest_sheet = 45;
constexpr double lowest_sheets = 12;  // in one row
constexpr double wide_foot = 240;
constexpr double count_width = 20;
constexpr Type name_type{.weight = typeset::Weight::bold, .line_height = 1.2, .least_capital = 3, .most_capital = 7};
constexpr Type seen_type{.capital = 0.85, .line_height = 1.2, .least_capital = 3, .most_capital = 5};
constexpr Type key_type{
    .capital = 0.9, .align = typeset::Align::centre, .line_height = 1.1, .least_capital = 3, .most_capital = 5.5};

// What stands beside the sheet, or around it on a tall display.
class Seen {
public:
    Seen(Presenter& on, const view::SeenSheet& seen) : on_(on), seen_(seen) {}

    void put() {
        auto& ui = on_.ui;
        Rect all = ui.screen().inset(ui.mm(margin));
        ui.display().portrait() ? put_tall(all) : put_wide(all);
    }

private:
    void put_wide(Rect all) {
        const auto& ui = on_.ui;
        const double beside = ui.mm(std::max(text_column, 0.2 * all.width / ui.mm(1)));
        const double width = std::min(all.height / shape_of_paper(on_), all.width - beside - ui.mm(2 * margin));
        const double free = all.width - width - ui.mm(2 * margin) - beside;
        all = all.inset(free / 2, 0);
        put_sheet(all.take_start(width, ui.mm(2 * margin)));
        Rect words = all;
        const Rect hide = words.take_top(ui.mm(target), ui.mm(2 * gap));
        // Two switches on a low display leave no room for large keys.
        const bool tight = seen_.sheet.pictured && is_low(ui, lowest_for_all);
        const double high = ui.mm(tight ? target : key);
        on_.put_fitted(seen_.sheet.see, words.take_bottom(high, ui.mm(gap)), key_type);
        put_turns(words.take_bottom(high, ui.mm((tight ? 1 : 2) * gap)));
        if (seen_.sheet.prints) put_switch(*seen_.sheet.prints, words.take_bottom(high, ui.mm(gap)));
        if (seen_.sheet.pictured) put_switch(*seen_.sheet.pictured, words.take_bottom(high, ui.mm(gap)));
        put_words(words);
        on_.put_fitted(seen_.hide, hide, key_type);
    }

    void put_tall(Rect all) {
        const auto& ui = on_.ui;
        Rect top = all.take_top(ui.mm(key), ui.mm(margin));
        const Rect hide = top.take_end(ui.mm(text_column), ui.mm(gap));
        put_words(top);
        on_.put_fitted(seen_.sheet.see, all.take_bottom(ui.mm(key), ui.mm(gap)), key_type);
        Rect row = all.take_bottom(ui.mm(key), ui.mm(margin));
        if (seen_.sheet.pictured) {
            Rect above = all.take_bottom(ui.mm(key), ui.mm(margin));
            put_switch(*seen_.sheet.pictured, above.take_start(ui.mm(text_column), ui.mm(gap)));
        }
        if (seen_.sheet.prints) put_switch(*seen_.sheet.prints, row.take_start(ui.mm(text_column), ui.mm(gap)));
        put_turns(row);
        const double width = std::min(all.width, all.height / shape_of_paper(on_));
        put_sheet(all.inset((all.width - width) / 2, 0));
        on_.put_fitted(seen_.hide, hide, key_type);
    }

    void put_sheet(const Rect& place) {
        const double height = place.width * shape_of_paper(on_);
        const Rect sheet{place.x, place.y + std::max(0.0, (place.height - height) / 2), place.width, height};
        put_paper(on_, sheet, {.picture = seen_.sheet.picture, .faint = seen_.sheet.left_out()});
    }

    void put_words(Rect words) {
        const auto title = on_.say(seen_.sheet.title);
        if (words.height <= 0) return;
        const auto text = ui::words(title);
        const double line = std::min(words.height / 3, on_.ui.mm(12));
        const Type type = fitted(on_, text, name_type, words.width, words.height - line);
        const double height = on_.ui.text_height(text, type, words.width);
        on_.ui.text(words.take_top(height), text, type);
        if (!view::is_nothing(seen_.place)) put_line(on_, words.take_top(line), seen_.place, seen_type);
    }

    void put_switch(const view::Control& control, const Rect& rect) { on_.put_fitted(control, rect, seen_type); }

    void put_turns(const Rect& row) {
        const Cells halves(on_.ui, row, 2);
        for (int at = 0; at < 2; ++at) {
            const auto& turn = seen_.turn[static_cast<std::size_t>(at)];
            if (turn) on_.put_fitted(*turn, halves.at(at), key_type);
        }
    }

    Presenter& on_;
    const view::SeenSheet& seen_;
};

// In one row where it is wide, else in two; a low display has room for one alone.
bool is_one_row(const Ui& ui, double width) {
    return width >= ui.mm(wide_foot) || is_low(ui, lowest_for_all);
}

}  // namespace

void put_seen(Presenter& on, const view::SeenSheet& seen) {
    Seen(on, seen).put();
}

// Each sheet of the job: out, on its way, or still to come.
void put_sheets(Presenter& on, Rect& body, const view::Sheets& sheets, double below) {
    auto& ui = on.ui;
    const double shape = shape_of_paper(on);
    const double most = std::max(body.height - below - ui.mm(gap), ui.mm(lowest_sheets));
    const Rect room = body.take_top(std::min(body.height * 0.66, most), ui.mm(gap));
    const double between = ui.mm(2 * gap);
    double width = 0;
    int columns = 1;
    for (int of = 1; of <= sheets.pages; ++of) {
        const int rows = (sheets.pages + of - 1) / of;
        const double fits = std::min({(room.width - (of - 1) * between) / of,
                                      ((room.height - (rows - 1) * between) / rows) / shape, ui.mm(widest_sheet)});
        if (fits > width) width = fits, columns = of;
    }
    const int rows = (sheets.pages + columns - 1) / columns;
    const double all_high = rows * width * shape + (rows - 1) * between;
    for (int page = 0; page < sheets.pages; ++page) {
        const int in_row = std::min(columns, sheets.pages - page / columns * columns);
        const double all_wide = in_row * width + (in_row - 1) * between;
        const Rect sheet{room.x + (room.width - all_wide) / 2 + (page % columns) * (width + between),
                         room.y + (room.height - all_high) / 2 + (page / columns) * (width * shape + between), width,
                         width * shape};
        const bool out = page < sheets.done;
        put_paper(on, sheet, {.picture = page, .faint = page > sheets.done, .marked = page == sheets.done});
        if (!out) continue;
        const double side = std::min(ui.mm(10), width * 0.5);
        const Rect tick{sheet.right() - side * 0.75, sheet.bottom() - side * 0.75, side, side};
        ui.fill(tick, ui.colours().accent, side / 2);
        ui.icon(tick.inset(side * 0.15), Icon::tick, ui.colours().on_accent);
    }
}

Rect take_foot(const Presenter& on, Rect& body) {
    const auto& ui = on.ui;
    const auto* const foot = find_part<view::Foot>(on.view);
    const bool two = !foot->counts.empty() && !is_one_row(ui, body.width);
    return body.take_bottom(ui.mm(two ? 2 * target + gap : target), ui.mm(gap));
}

void put_foot(Presenter& on, const Rect& rect, const view::Foot& foot) {
    auto& ui = on.ui;
    Rect first = rect;
    Rect second = rect;
    const bool two = !foot.counts.empty() && !is_one_row(ui, rect.width);
    if (two) first = second.take_top(ui.mm(target), ui.mm(gap));
    const auto total = on.say(foot.total);
    Rect words = first.take_start(first.width * (two ? 0.5 : foot.counts.empty() ? 1 : 0.26), ui.mm(2 * gap));
    if (foot.answers) {
        const double width = two ? first.width : rect.width * 0.3;
        on.put_fitted(*foot.answers, first.take_end(width, ui.mm(2 * gap)), seen_type);
    }
    if (!two) second = first;
    if (!total.empty()) {
        const double side = ui.mm(9);
        const Rect icon = words.take_start(side, ui.mm(gap));
        ui.icon({icon.x, icon.y + (icon.height - side) / 2, side, side}, Icon::paper, ui.colours().accent);
        Type type = name_type;
        type.most_capital = 6;
        put_line(on, words, ui::words(total), type);
    }
    if (foot.counts.empty()) return;
    const double wide = ui.mm(count_width);
    const double keys = static_cast<double>(foot.counts.size()) * (wide + ui.mm(gap));
    put_line(on, second.take_start(second.width - keys, ui.mm(gap)), foot.copies, seen_type);
    for (const auto& count : foot.counts) on.put_fitted(count, second.take_start(wide, ui.mm(gap)), key_type);
}

}  // namespace pocketplan::ui
