#include <algorithm>
#include <cstdlib>

#include "kiosk/ui/fitting.h"
#include "kiosk/ui/paragraphs.h"
#include "kiosk/ui/presenter.h"

// What is read and looked at: texts page after page, a row of settings.
namespace pocketplan::ui {
namespace {

constexpr Type item_type{.line_height = 1.35, .most_capital = 8.5};
constexpr double dot_width = 8;  // millimetres, with the gap behind it
constexpr double number_width = 14;
constexpr double lowest_roomy_setting = 45;
constexpr double roomy_value = 24;

double bullet_width(const Ui& ui, view::Bullet bullet) {
    return ui.mm(bullet == view::Bullet::dot ? dot_width : number_width);
}

struct Item {
    view::Saying text;
    double scale = 1;  // of its type
};
using Items = std::span<const Item>;

double height_of(const Ui& ui, const view::Saying& text, double scale, view::Bullet bullet, double width) {
    return ui.text_height(words(text), resized(item_type, scale), width - bullet_width(ui, bullet));
}

double height_of(const Ui& ui, const Item& item, view::Bullet bullet, double width) {
    return height_of(ui, item.text, item.scale, bullet, width);
}

// One that is longer than a page is set smaller, so that it fills one.
void fit(const Ui& ui, const Rect& page, std::span<Item> items, view::Bullet bullet) {
    constexpr double least_scale = 0.5;
    for (auto& item : items) {
        const auto fits = [&](double of) { return height_of(ui, item.text, of, bullet, page.width) <= page.height; };
        item.scale = largest_scale(least_scale, fits, item.scale);
    }
}

// All of them on one page, in one size.
void fit_together(const Ui& ui, const Rect& page, std::span<Item> items, view::Bullet bullet) {
    constexpr double least_scale = 0.3;
    const double scale = largest_scale(least_scale, [&](double of) {
        double sum = 0;
        for (const auto& item : items) sum += height_of(ui, item.text, of, bullet, page.width) + ui.mm(gap);
        return sum <= page.height;
    });
    for (auto& item : items) item.scale = scale;
}

// Where each page begins, and the end.
std::vector<std::size_t> page_starts(const Ui& ui, const Rect& body, Items items, view::Bullet bullet) {
    std::vector<std::size_t> starts{0};
    double filled = 0;
    for (std::size_t at = 0; at < items.size(); ++at) {
        const double height = height_of(ui, items[at], bullet, body.width) + ui.mm(gap);
        if (filled > 0 && filled + height > body.height) {
            starts.push_back(at);
            filled = 0;
        }
        filled += height;
    }
    starts.push_back(items.size());
    return starts;
}

void put_bullet(Ui& ui, const Rect& place, view::Bullet bullet, std::size_t number) {
    switch (bullet) {
        case view::Bullet::dot:
            return ui.fill({place.x, place.y + ui.mm(2.5), ui.mm(2.5), ui.mm(2.5)}, ui.colours().accent, ui.mm(1.25));
        case view::Bullet::number: {
            Type type = item_type;
            type.weight = typeset::Weight::bold;
            type.colour = ui.colours().accent;
            return ui.text(place, std::string_view(view::Id("", static_cast<int>(number))), type);
        }
    }
    std::abort();
}

// In words of its own size, as far as the row has room for them, or in its own colours.
void put_sample(Presenter& on, const view::Control& control, const Rect& rect, Type type) {
    const auto face = on.face(control, type);
    Button look = face.button;
    if (const auto* const size = std::get_if<visit::SetTextSize>(&control.event)) {
        look.type.capital = capital_of(size->size) / capital_of(visit::TextSize::huge) * 1.6;
        look.type.most_capital = capital_of(size->size);
        return on.put_shrunk(control, rect, look);
    }
    if (const auto* const theme = std::get_if<visit::SetTheme>(&control.event)) look.theme = theme->theme;
    on.put_fitted(control, rect, look);
}

}  // namespace

void put_reading(Presenter& on, Rect& body, const view::Reading& reading) {
    auto& ui = on.ui;
    view::List<Item> items;
    for (const auto& said : reading.texts) {
        items.push_back({reading.for_staff ? on.sayer.show_to_staff(said) : on.say(said)});
    }
    if (const double below = room_after(on, &reading); below > 0) {
        Rect own = body;
        own.take_bottom(below);
        fit_together(ui, own, items, reading.bullet);
    } else {
        fit(ui, body, items, reading.bullet);
    }
    auto starts = page_starts(ui, body, items, reading.bullet);
    int page = 0;
    std::optional<Rect> foot;
    if (starts.size() > 2 || reading.done) {
        foot = body.take_bottom(ui.mm(target), ui.mm(gap));
        fit(ui, body, items, reading.bullet);
        starts = page_starts(ui, body, items, reading.bullet);
        page = page_among(on.view.page, static_cast<int>(starts.size()) - 1);
    }
    const auto first = starts[static_cast<std::size_t>(page)];
    const auto end = starts[static_cast<std::size_t>(page) + 1];
    for (auto at = first; at < end; ++at) {
        Rect row = body.take_top(height_of(ui, items[at], reading.bullet, body.width), ui.mm(gap));
        put_bullet(ui, row.take_start(bullet_width(ui, reading.bullet)), reading.bullet, at + 1);
        ui.text(row, words(items[at].text), resized(item_type, items[at].scale));
    }
    const int pages = static_cast<int>(starts.size()) - 1;
    if (foot && reading.done && page + 1 == pages) on.put_fitted(*reading.done, foot->take_start(ui.mm(60)), bar_type);
    if (foot && pages > 1) put_turn(on, foot->take_end(ui.mm(60)), page, pages, bar_type);
}

// One row of equal buttons, one of them chosen.
void put_setting(Presenter& on, Rect& body, const view::Setting& setting) {
    auto& ui = on.ui;
    // With as much for each of those that follow.
    int settings = 0;
    double samples = 0;
    for (const auto& part : on.view.parts) {
        const auto* const one = std::get_if<view::Setting>(&part);
        settings = one == &setting ? 1 : settings + (one != nullptr ? 1 : 0);
        if (one == &setting) samples = 0;
        const auto* const sample = std::get_if<view::Paragraph>(&part);
        if (settings == 0 || sample == nullptr) continue;
        const auto said = on.say(sample->said);
        samples += ui.text_height(words(said), type_of(sample->voice), body.width) + ui.mm(gap);
    }
    const Type roomy_label{.line_height = 1.2, .most_capital = 6.5};
    const double all = ui.text_height(std::string_view("A"), roomy_label, body.width) + ui.mm(roomy_value + 4 * gap);
    const bool roomy = body.height > std::max(ui.mm(lowest_roomy_setting), all) * settings + samples;
    const Type label = roomy ? roomy_label : Type{.line_height = 1.2, .most_capital = 4};
    const Type value{.align = typeset::Align::centre, .line_height = 1.15, .most_capital = roomy ? 6.5 : 4};
    const auto title = on.say(setting.title);
    const double line = ui.text_height(content::view(title.text), label, body.width);
    put_line(on, body.take_top(line, ui.mm(roomy ? gap : 1)), words(title), label);
    const Rect row = body.take_top(ui.mm(roomy ? roomy_value : target + 1), ui.mm(roomy ? 3 * gap : gap));
    const Cells cells(ui, row, static_cast<int>(setting.controls.size()));
    int at = 0;
    for (const auto& control : setting.controls) put_sample(on, control, cells.at(at++), value);
}

// As wide as it is asked to be, for that is what is compared. Where there is no room below, its lower edge is not
// shown.
void put_card_outline(const Presenter& on, Rect& body, const view::CardOutline& card) {
    auto& ui = on.ui;
    constexpr double line = 0.7;
    const double thick = ui.mm(line);
    const double width = std::min(ui.mm(card.width), body.width);
    const double height = std::min(ui.mm(card.height), body.height);
    const Rect place{body.x + (body.width - width) / 2, body.y, width, height};
    const auto colour = ui.colours().accent;
    ui.fill({place.x, place.y, place.width, thick}, colour);
    ui.fill({place.x, place.y, thick, place.height}, colour);
    ui.fill({place.right() - thick, place.y, thick, place.height}, colour);
    if (height == ui.mm(card.height)) ui.fill({place.x, place.bottom() - thick, place.width, thick}, colour);
    body.take_top(height);
}

}  // namespace pocketplan::ui
