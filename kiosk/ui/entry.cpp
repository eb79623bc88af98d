#include <algorithm>

#include "kiosk/ui/presenter.h"

// What is typed and picked: fields with a keyboard, countries, dates and times.
namespace pocketplan::ui {
namespace {

constexpr double field_height = 15;  // millimetres
constexpr double narrow_field = 60;  // beside the characters that are offered
constexpr double narrowest_name = 44;
constexpr double tallest_cell = 22;
constexpr Type character_type{.align = typeset::Align::centre, .line_height = 1.1, .most_capital = 5};
constexpr Type cell_type{.capital = 0.9, .align = typeset::Align::centre, .line_height = 1.15};

void put_field(Presenter& on, const Rect& rect, const view::Field& field) {
    auto& ui = on.ui;
    Type type{.most_capital = 5};
    if (field.focused && !field.empty) {
        // A long name shows its end, where the typing goes on.
        const auto typed = on.say(view::Typed{field.field});
        while (type.capital > 0.4 && ui.text_width(content::view(typed), type) > rect.width - ui.mm(12)) {
            type.capital *= 0.9;
            type.least_capital = 2.5;
        }
    }
    view::Control control{.id = field.id, .event = visit::FocusField{field.field}, .chosen = field.focused};
    control.rank = field.empty ? view::Rank::quiet : view::Rank::plain;
    control.label = field.empty     ? field.label
                    : field.focused ? view::Said(view::Typed{field.field})
                                    : view::Said(view::Hidden{});
    on.put(control, rect, type);
}

// As many as there is room for in the row, page after page.
void put_candidates(Presenter& on, Rect row, const view::List<view::Control>& candidates) {
    auto& ui = on.ui;
    const int count = static_cast<int>(candidates.size());
    const int room = std::max(static_cast<int>((row.width + ui.mm(gap)) / ui.mm(target + gap)), 2);
    const bool turns = count > room;
    const int a_page = turns ? room - 1 : room;
    const int pages = (count + a_page - 1) / a_page;
    const int page = page_among(on.view.page, pages);
    for (int place = page * a_page; place < std::min(count, (page + 1) * a_page); ++place) {
        on.put(candidates[static_cast<std::size_t>(place)], row.take_start(ui.mm(target), ui.mm(gap)), character_type);
    }
    if (!turns) return;
    auto turn = turn_control(on, page, pages, 0);
    turn.label = view::Nothing{};  // there is no room for words
    on.put(turn, row.take_start(ui.mm(target), ui.mm(gap)), bar_type);
}

// As many as there is room for, page after page.
void put_found(Presenter& on, const Rect& body, const view::List<view::Control>& found) {
    auto& ui = on.ui;
    const double between = ui.mm(gap);
    const int columns = std::clamp(static_cast<int>((body.width + between) / ui.mm(narrowest_name + gap)), 1, 4);
    const double height = ui.mm(target);
    const int rows = std::max(static_cast<int>((body.height + between) / (height + between)), 1);
    const int room = rows * columns;
    const int count = static_cast<int>(found.size());
    const bool turns = count > room;
    const int a_page = turns ? room - 1 : room;
    const int pages = (count + a_page - 1) / a_page;
    const int page = page_among(on.view.page, pages);
    const Cells cells(ui, body, columns, height);
    int at = 0;
    for (int i = page * a_page; i < std::min(count, (page + 1) * a_page); ++i) {
        on.put_fitted(found[static_cast<std::size_t>(i)], cells.at(at++), bar_type);
    }
    if (turns) put_turn(on, cells.at(room - 1), page, pages, 0, bar_type);
}

}  // namespace

void put_writing(Presenter& on, Rect& body, const view::Writing& writing) {
    auto& ui = on.ui;
    Rect row = body.take_top(ui.mm(field_height), ui.mm(gap));
    if (!writing.candidates.empty()) {
        put_field(on, row.take_start(ui.mm(narrow_field), ui.mm(gap)), writing.fields.front());
        put_candidates(on, row, writing.candidates);
    } else {
        const Cells cells(ui, row, static_cast<int>(writing.fields.size()));
        int at = 0;
        for (const auto& field : writing.fields) put_field(on, cells.at(at++), field);
    }
    // Low on a tall screen, where hands are, but not far from the field.
    const double height = writing.pad ? pad_height(ui) : keyboard_height(ui, writing.keyboard, body.width);
    body.take_top(std::min(std::max(body.height - height, 0.0), ui.mm(25)));
    if (writing.pad) {
        put_pad(on, body, *writing.pad);
    } else {
        put_keyboard(on, body, writing.keyboard);
    }
}

void put_search(Presenter& on, Rect& body, const view::Search& search) {
    auto& ui = on.ui;
    const Rect keys = body.take_bottom(keyboard_height(ui, search.keyboard, body.width), ui.mm(gap));
    const bool room_for_a_row = body.height >= ui.mm(2 * target + gap);
    Rect typed = room_for_a_row ? body.take_top(ui.mm(target), ui.mm(gap)) : body.take_start(ui.mm(45), ui.mm(gap));
    typed.height = ui.mm(target);
    put_field(on, typed, search.field);
    put_found(on, body, search.found);
    put_keyboard(on, keys, search.keyboard);
}

void put_tabs(Presenter& on, Rect& body, const view::Tabs& tabs) {
    const Rect row = body.take_top(on.ui.mm(target), on.ui.mm(gap + 2));
    on.put_row(tabs.controls, row, cell_type);
}

void put_grid(Presenter& on, Rect& body, const view::Grid& grid) {
    const int columns = on.ui.display().portrait() ? grid.tall_columns : grid.columns;
    const auto rows_of = [&](std::size_t count) { return (static_cast<int>(count) + columns - 1) / columns; };
    int rows = 0;
    for (const auto& group : grid.groups) rows += rows_of(group.size());
    rows = std::max(rows, rows_of(static_cast<std::size_t>(grid.cells)));
    const double shared = (body.height - (rows - 1) * on.ui.mm(gap)) / rows;
    const Cells cells(on.ui, body, columns, std::clamp(shared, on.ui.mm(target), on.ui.mm(tallest_cell)));
    int first = 0;
    for (const auto& group : grid.groups) {
        int at = first;
        for (const auto& control : group) {
            on.put_fitted(control, cells.at(at++), cell_type);
        }
        first += rows_of(group.size()) * columns;
    }
}

}  // namespace pocketplan::ui
