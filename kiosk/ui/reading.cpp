#include <algorithm>
#include <cstdlib>

#include "kiosk/ui/presenter.h"

// What is read and looked at: texts page after page, the sheets being printed, a row of settings.
namespace pocketplan::ui {
namespace {

constexpr Type item_type{.line_height = 1.35, .most_capital = 8.5};
constexpr double dot_width = 8;  // millimetres, with the gap behind it
constexpr double number_width = 14;
constexpr double large_sheet = 24;
constexpr double small_sheet = 11;
constexpr double lowest_roomy_settings = 90;

using Texts = std::span<const content::PhraseText>;

double bullet_width(const Ui& ui, view::Bullet bullet) {
    return ui.mm(bullet == view::Bullet::dot ? dot_width : number_width);
}

double row_height(const Ui& ui, std::string_view text, view::Bullet bullet, double width) {
    return ui.text_height(text, item_type, width - bullet_width(ui, bullet)) + ui.mm(gap);
}

// Where each page begins, and the end.
std::vector<std::size_t> page_starts(const Ui& ui, const Rect& body, Texts texts, view::Bullet bullet) {
    std::vector<std::size_t> starts{0};
    double filled = 0;
    for (std::size_t at = 0; at < texts.size(); ++at) {
        const double height = row_height(ui, content::view(texts[at]), bullet, body.width);
        if (filled > 0 && filled + height > body.height) {
            starts.push_back(at);
            filled = 0;
        }
        filled += height;
    }
    starts.push_back(texts.size());
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
            return ui.text(place, view::Id("", static_cast<int>(number)), type);
        }
    }
    std::abort();
}

}  // namespace

void put_reading(Presenter& on, Rect& body, const view::Reading& reading) {
    auto& ui = on.ui;
    view::List<content::PhraseText> texts;
    for (const auto& said : reading.texts) texts.push_back(on.say(said));
    auto starts = page_starts(ui, body, texts, reading.bullet);
    int page = 0;
    std::optional<Rect> foot;
    if (starts.size() > 2 || reading.done) {
        foot = body.take_bottom(ui.mm(target), ui.mm(gap));
        starts = page_starts(ui, body, texts, reading.bullet);
        page = page_among(on.view.page, static_cast<int>(starts.size()) - 1);
    }
    const auto first = starts[static_cast<std::size_t>(page)];
    const auto end = starts[static_cast<std::size_t>(page) + 1];
    for (auto at = first; at < end; ++at) {
        const auto text = content::view(texts[at]);
        Rect row = body.take_top(row_height(ui, text, reading.bullet, body.width) - ui.mm(gap), ui.mm(gap));
        put_bullet(ui, row.take_start(bullet_width(ui, reading.bullet)), reading.bullet, at + 1);
        ui.text(row, text, item_type);
    }
    const int pages = static_cast<int>(starts.size()) - 1;
    if (foot && reading.done && page + 1 == pages) on.put(*reading.done, foot->take_start(ui.mm(60)), bar_type);
    if (foot && pages > 1) put_turn(on, foot->take_end(ui.mm(60)), page, pages, 0, bar_type);
}

// A small picture of each page: done, on its way, or still to come.
void put_sheets(Presenter& on, Rect& body, const view::Sheets& sheets) {
    auto& ui = on.ui;
    const double between = ui.mm(sheets.small ? gap / 2 : gap);
    const double room = body.width - (sheets.small ? ui.mm(number_width + gap) : 0);
    const double widest = ui.mm(sheets.small ? small_sheet : large_sheet);
    const double width = std::min(widest, (room - (sheets.pages - 1) * between) / sheets.pages);
    if (!sheets.small) body.take_top(ui.mm(gap));
    const Rect row = body.take_top(width * 1.3, ui.mm(gap * 2));
    const double all = sheets.pages * width + (sheets.pages - 1) * between;
    double x = row.x + (sheets.small ? 0 : (row.width - all) / 2);
    if (sheets.small) {
        const Type type{.capital = 1.1, .weight = typeset::Weight::bold, .line_height = 1.1, .most_capital = 6};
        ui.text({x + all + ui.mm(gap), row.y, ui.mm(number_width), row.height}, view::Id("", sheets.pages), type,
                Ui::Place::middle);
    }
    for (int page = 0; page < sheets.pages; ++page, x += width + between) {
        const Rect sheet{x, row.y, width, row.height};
        const bool done = page < sheets.done;
        ui.fill(sheet, done ? ui.colours().chosen : ui.colours().card, ui.mm(1));
        ui.outline(sheet, page <= sheets.done && !sheets.small ? ui.colours().accent : ui.colours().faint, ui.mm(0.7),
                   ui.mm(1));
        const double side = width * 0.5;
        const Rect middle{sheet.x + (width - side) / 2, sheet.y + (sheet.height - side) / 2, side, side};
        if (done) ui.icon(middle, Icon::tick, ui.colours().accent);
    }
}

// One row of equal buttons, one of them chosen.
void put_setting(Presenter& on, Rect& body, const view::Setting& setting) {
    auto& ui = on.ui;
    const bool roomy = body.height > ui.mm(lowest_roomy_settings);
    const Type label{.line_height = 1.2, .most_capital = roomy ? 6.5 : 4};
    const Type value{.align = typeset::Align::centre, .line_height = 1.15, .most_capital = roomy ? 6.5 : 4};
    on.put_text(body, content::view(on.say(setting.title)), label, ui.mm(roomy ? gap : 1));
    const Rect row = body.take_top(ui.mm(roomy ? 24 : target + 1), ui.mm(roomy ? 3 * gap : gap));
    on.put_row(setting.controls, row, value);
}

}  // namespace pocketplan::ui
