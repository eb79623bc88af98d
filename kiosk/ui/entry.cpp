#include <algorithm>

#include "kiosk/ui/fitting.h"
#include "kiosk/ui/keys.h"
#include "kiosk/ui/notice.h"

// What is typed and picked: fields with a keyboard, countries, dates and times.
namespace pocketplan::ui {
namespace {

constexpr double usual_field = 15;  // millimetres
constexpr double very_large_field = 21;
constexpr double label_height = 4.5;
constexpr double caret_width = 0.7;
constexpr double uncover_width = 42;
constexpr double added_height = 8;
const Type added_type{.capital = 0.75, .line_height = 1.1, .most_capital = 4.5};
constexpr Type label_type{.capital = 0.6, .line_height = 1.1, .least_capital = 2.5, .most_capital = 3};
constexpr double narrow_field = 60;  // beside the characters that are offered
constexpr double narrowest_country = 44;
constexpr double usual_name = 58;
constexpr int most_columns = 4;     // on a wide display words are larger, too
constexpr double three_lines = 18;  // of the longest names, in a narrow cell
constexpr double listed_rows = 3;
constexpr double tallest_choice = 22;
constexpr Type character_type{.align = typeset::Align::centre, .line_height = 1.1, .most_capital = 5};
constexpr Type open_type{.capital = 0.9, .line_height = 1.15, .most_capital = 5};
constexpr Type cell_type{.capital = 0.9, .align = typeset::Align::centre, .line_height = 1.15};

// The label stands above what is typed, inside of the field. A long text shows its end, where the typing goes on.
void put_field(Presenter& on, const Rect& rect, const view::Field& field) {
    auto& ui = on.ui;
    const view::Control control{.id = field.id,
                                .event = visit::FocusField{field.field},
                                .rank = field.empty ? view::Rank::quiet : view::Rank::plain,
                                .chosen = field.focused};
    Button look = on.face(control, {}).button;
    look.badge = false;
    on.put(control, rect, look);
    // A key that puts the focus there types there.
    if (ui.focus() == std::string_view(field.id) && !field.focused) on.event = control.event;
    Rect inside = rect.inset(ui.mm(3), ui.mm(1.6));
    if (!view::is_nothing(field.label)) {
        put_line(on, inside.take_top(ui.mm(label_height)), field.label, label_type);
    }
    const auto typed = on.say(field.empty   ? view::Said(view::Nothing{})
                              : field.shown ? view::Said(view::Typed{field.field})
                                            : view::Said(view::Hidden{}));
    Type type = grown(ui, {.line_height = 1.1, .most_capital = 5});
    const auto fits = [&] {
        return ui.text_width(words(typed), type) <= inside.width - ui.mm(2) &&
               ui.text_height(words(typed), type, inside.width) <= inside.height;
    };
    while (type.capital > 0.4 && !fits()) {
        type.capital *= 0.9;
        type.least_capital = 2.5;
    }
    ui.text(inside, words(typed), type, Ui::Place::middle);
    if (!field.focused) return;
    const double width = typed.empty() ? 0 : ui.text_width(words(typed), type);
    const double tall = std::min(inside.height * 0.7, ui.mm(8));
    ui.fill({inside.x + width + ui.mm(0.6), inside.y + (inside.height - tall) / 2, ui.mm(caret_width), tall},
            ui.colours().accent);
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
    const Type type = grown(ui, character_type);
    for (int place = page * a_page; place < std::min(count, (page + 1) * a_page); ++place) {
        on.put(candidates[static_cast<std::size_t>(place)], row.take_start(ui.mm(target), ui.mm(gap)), type);
    }
    if (!turns) return;
    auto turn = turn_control(on, page, pages);
    turn.label = view::Nothing{};  // there is no room for words
    on.put(turn, row.take_start(ui.mm(target), ui.mm(gap)), bar_type);
}

// In pixels; a second language takes a line more.
double height_of_added(Presenter& on, double width, const view::Said& added) {
    auto& ui = on.ui;
    const double beside = width - ui.mm(added_height + 1);
    return std::max(ui.mm(added_height), ui.text_height(words(on.say(added)), added_type, beside));
}

void put_added(Presenter& on, Rect rect, const view::Said& added) {
    auto& ui = on.ui;
    ui.icon(rect.take_start(ui.mm(added_height), ui.mm(1)), Icon::tick, ui.colours().accent);
    ui.text(rect, words(on.say(added)), added_type, Ui::Place::middle);
}

void put_fields(Presenter& on, Rect row, const view::Writing& writing) {
    auto& ui = on.ui;
    if (writing.uncover) {
        on.put_fitted(*writing.uncover, row.take_end(ui.mm(uncover_width), ui.mm(gap)), bar_type);
    }
    if (!writing.candidates.empty()) {
        put_field(on, row.take_start(ui.mm(narrow_field), ui.mm(gap)), writing.fields.front());
        return put_candidates(on, row, writing.candidates);
    }
    const Cells cells(ui, row, static_cast<int>(writing.fields.size()));
    int at = 0;
    for (const auto& field : writing.fields) put_field(on, cells.at(at++), field);
}

// Countries in cells, page after page: the likely ones first, and all of them from the page after.
class Found {
public:
    Found(Presenter& on, const Rect& body, const view::Search& search)
        : on_(on), search_(search), body_(body), height_(on.ui.mm(target)), likely_height_(height_) {
        const auto& ui = on.ui;
        const double between = ui.mm(gap);
        const auto in_row = [&](double narrowest) {
            return std::max(static_cast<int>((body.width + between) / ui.mm(narrowest + gap)), 1);
        };
        rows_ = std::max(static_cast<int>((body.height + between) / ui.mm(target + gap)), 1);
        const auto& first = search.likely.empty() ? search.found : search.likely;
        const int most = std::min(in_row(narrowest_country), most_columns);
        columns_ = std::min(in_row(usual_name), most);
        // The likely ones are followed by what turns to all.
        const int wanted = static_cast<int>(first.size()) + (search.likely.empty() ? 0 : 1);
        while (columns_ < most && rows_ * columns_ < wanted) ++columns_;
        const bool narrow = columns_ > in_row(usual_name);
        if (narrow) rows_ = std::clamp(static_cast<int>((body.height + between) / ui.mm(three_lines + gap)), 1, rows_);
        if (search.keyboard) return;
        const int used = std::min(rows_, (wanted + columns_ - 1) / columns_);
        likely_height_ = std::min((body.height + between) / used - between, ui.mm(tallest_choice));
        height_ = std::min((body.height + between) / rows_ - between, ui.mm(tallest_choice));
    }

    void put() {
        const int count = static_cast<int>(search_.found.size());
        const bool turns = !search_.likely.empty() || count > rows_ * columns_;
        const int a_page = std::max(rows_ * columns_ - (turns ? 1 : 0), 1);
        const auto pages_of = [&](std::size_t countries) {
            return (static_cast<int>(countries) + a_page - 1) / a_page;
        };
        const int likely = pages_of(search_.likely.size());
        const int pages = likely + std::max(pages_of(search_.found.size()), 1);
        const int page = page_among(on_.view.page, pages);
        const auto& shown = page < likely ? search_.likely : search_.found;
        const int first = (page < likely ? page : page - likely) * a_page;
        const Cells cells(on_.ui, body_, columns_, page < likely ? likely_height_ : height_);
        const int end = std::min(first + a_page, static_cast<int>(shown.size()));
        for (int at = first; at < end; ++at) {
            on_.put_fitted(shown[static_cast<std::size_t>(at)], cells.at(at - first), bar_type);
        }
        if (!turns) return;
        auto turn = turn_control(on_, page, pages);
        if (page + 1 == likely) turn.label = search_.all;
        on_.put_fitted(turn, cells.at(page < likely ? end - first : a_page), bar_type);
    }

private:
    Presenter& on_;
    const view::Search& search_;
    Rect body_;
    int rows_ = 1;
    int columns_ = 1;
    double height_;  // of a cell, in pixels
    double likely_height_;
};

}  // namespace

double field_height(const Ui& ui) {
    return ui.look().very_large && is_roomy(ui) ? very_large_field : usual_field;
}

double least_writing_height(const Ui& ui, const view::Writing& writing, double width) {
    const double keys = writing.pad ? least_pad_height(ui) : least_keyboard_height(ui, writing.keyboard, width);
    return ui.mm(field_height(ui) + gap) + keys;
}

// From the foot up: the keyboard lies on the bar, where hands are, and what is typed into on the keyboard.
void put_writing(Presenter& on, Rect& body, const view::Writing& writing) {
    auto& ui = on.ui;
    const bool added = !view::is_nothing(writing.added) && !is_low(ui, lowest_for_all);
    const auto error = error_of(on);
    const auto notice = error ? std::optional(NoticeBox(on, body, *error)) : std::nullopt;
    const double added_line = added ? height_of_added(on, body.width, writing.added) : 0;
    const double others = ui.mm(field_height(ui) + gap) + (added ? added_line + ui.mm(1) : 0) +
                          (notice ? notice->height() + ui.mm(gap) : 0);
    const double room = body.height - others;
    const double height = writing.pad ? pad_height(ui, room) : keyboard_height(ui, writing.keyboard, body.width, room);
    const Rect keys = body.take_bottom(height, ui.mm(gap));
    const Rect fields = body.take_bottom(ui.mm(field_height(ui)));
    if (added) put_added(on, body.take_bottom(added_line, ui.mm(1)), writing.added);
    if (notice) {
        body.take_top(body.height - notice->height() - ui.mm(gap));
        notice->put(on, body);
    }
    put_fields(on, fields, writing);
    writing.pad ? put_pad(on, keys, *writing.pad) : put_keyboard(on, keys, writing.keyboard);
}

void put_search(Presenter& on, Rect& body, const view::Search& search) {
    auto& ui = on.ui;
    if (!search.keyboard) {
        on.put_fitted(*search.open, body.take_top(ui.mm(target), ui.mm(gap)), open_type);
        return Found(on, body, search).put();
    }
    const double listed = ui.mm(target + gap + listed_rows * (target + gap));
    const double height = keyboard_height(ui, *search.keyboard, body.width, body.height - listed);
    const Rect keys = body.take_bottom(height, ui.mm(gap));
    const bool room_for_a_row = body.height >= ui.mm(2 * target + gap);
    Rect typed = room_for_a_row ? body.take_top(ui.mm(target), ui.mm(gap)) : body.take_start(ui.mm(45), ui.mm(gap));
    typed.height = ui.mm(target);
    put_field(on, typed, search.field);
    on.put_text(body, words(on.say(search.none)), {.line_height = 1.3}, ui.mm(gap));
    Found(on, body, search).put();
    put_keyboard(on, keys, *search.keyboard);
}

void put_tabs(Presenter& on, Rect& body, const view::Tabs& tabs) {
    const bool twice = !tabs.controls.empty() && on.say(tabs.controls.front().label).is_twice();
    const Rect row = body.take_top(on.ui.mm(twice ? target + 2 * gap : target), on.ui.mm(gap + 2));
    on.put_row(tabs.controls, row, cell_type);
}

void put_grid(Presenter& on, Rect& body, const view::Grid& grid) {
    const int columns = on.ui.display().portrait() ? grid.tall_columns : grid.columns;
    const auto rows_of = [&](std::size_t count) { return (static_cast<int>(count) + columns - 1) / columns; };
    int rows = 0;
    for (const auto& group : grid.groups) rows += rows_of(group.size());
    rows = std::max(rows, rows_of(static_cast<std::size_t>(grid.cells)));
    const double shared = (body.height - (rows - 1) * on.ui.mm(gap)) / rows;
    const Cells cells(on.ui, body, columns, std::clamp(shared, on.ui.mm(target), on.ui.mm(tallest_choice)));
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
