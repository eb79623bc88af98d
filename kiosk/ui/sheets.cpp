#include "kiosk/ui/sheets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

#include "kiosk/ui/fitting.h"

// The review as paper: a card for each paper, with the picture of its first sheet, a way to see it, and a switch.
namespace pocketplan::ui {
namespace {

// Millimetres.
constexpr double padding = 2.5;
constexpr double least_picture = 24;         // of a card whose words stand below it
constexpr double least_picture_beside = 19;  // and beside it
constexpr double least_switch = 36;          // a switch beside what it says
constexpr double widest_card = 125;
constexpr double pill_height = 8;
constexpr double badge = 7.5;
constexpr double edge = 0.4;
constexpr int most_behind = 2;
constexpr Type title_type{
    .capital = 0.9, .weight = typeset::Weight::bold, .line_height = 1.2, .least_capital = 3, .most_capital = 6};
constexpr Type switch_type{.capital = 0.8, .line_height = 1.15, .least_capital = 3, .most_capital = 5};

Type scaled(const Ui& ui, const Type& usual, double capital) {
    Type type = grown(ui, usual);
    type.capital *= capital;
    return type;
}

// How the cards of a page stand.
struct Layout {
    int columns = 1;
    int a_page = 1;  // cards
    int pages = 1;
    bool beside = false;   // the words stand beside the picture
    bool stacked = false;  // a switch stands above what it says
    double capital = 1;    // in capitals of the visitor's text size
    double picture = 0;    // its width; 0: this does not fit
    double words = 0;      // width of title and switch
    double title = 0;      // heights, in pixels
    double turn = 0;       // of a switch
    double card = 0;
};

class Cards {
public:
    Cards(Presenter& on, const Rect& body, const view::SheetCards& sheets) : on_(on), body_(body), sheets_(sheets) {
        for (const auto& card : sheets.cards) titles_.push_back(on.say(card.title));
        for (const auto& state : sheets.states) states_.push_back(on.say(state));
        body_.width = std::min(body.width, most_columns() * on.ui.mm(widest_card + gap));
        body_.x += (body.width - body_.width) / 2;
    }

    void put() {
        const Layout layout = best();
        const int page = page_among(on_.view.page, layout.pages);
        const int cells = layout.pages > 1 ? layout.a_page + 1 : layout.a_page;
        const int rows = (cells + layout.columns - 1) / layout.columns;
        const double free = body_.height - rows * (layout.card + on_.ui.mm(gap)) + on_.ui.mm(gap);
        body_.take_top(std::max(0.0, free) * (on_.ui.display().portrait() ? 0.6 : 0.4));
        const ui::Cells places(on_.ui, body_, layout.columns, layout.card);
        const int first = page * layout.a_page;
        for (int at = first; at < std::min(count(), first + layout.a_page); ++at) {
            put_card(static_cast<std::size_t>(at), places.at(at - first), layout);
        }
        if (layout.pages > 1) put_turn(on_, places.at(layout.a_page), page, layout.pages, switch_type);
    }

private:
    [[nodiscard]] int count() const { return static_cast<int>(sheets_.cards.size()); }
    [[nodiscard]] int most_columns() const { return std::max(1, std::min(count(), 6)); }
    [[nodiscard]] bool has_switches() const { return sheets_.cards.front().prints.has_value(); }
    [[nodiscard]] double stack() const { return on_.ui.mm(behind_offset * most_behind); }

    // The largest pictures with which all is on one page; in smaller type if need be, and on more pages if that
    // is not enough.
    [[nodiscard]] Layout best() const {
        for (const double capital : {1.0, 0.9, 0.8, 0.7}) {
            if (const auto layout = largest(1, capital)) return *layout;
        }
        for (int pages = 2; pages <= count(); ++pages) {
            for (const double capital : {0.8, 0.7, 0.6, 0.5}) {
                if (const auto layout = largest(pages, capital)) return *layout;
            }
        }
        Layout least{.a_page = 1, .pages = count(), .beside = true, .capital = 0.5};
        measure(least);
        return least;
    }

    [[nodiscard]] std::optional<Layout> largest(int pages, double capital) const {
        Layout best;
        for (int columns = 1; columns <= most_columns(); ++columns) {
            for (const unsigned way : {0U, 1U, 2U, 3U}) {
                Layout layout{.columns = columns,
                              .a_page = (count() + pages - 1) / pages,
                              .pages = pages,
                              .beside = (way & 1U) != 0,
                              .stacked = (way & 2U) != 0,
                              .capital = capital};
                const double least = on_.ui.mm(layout.beside ? least_picture_beside : least_picture);
                if (measure(layout) && layout.picture >= least && layout.picture > best.picture + 1) best = layout;
            }
        }
        if (best.picture == 0) return std::nullopt;
        return best;
    }

    // False where the words do not fit.
    bool measure(Layout& layout) const {
        const auto& ui = on_.ui;
        const int cells = layout.pages > 1 ? layout.a_page + 1 : layout.a_page;
        const int rows = (cells + layout.columns - 1) / layout.columns;
        const double width = ui::Cells(ui, body_, layout.columns).width() - 2 * ui.mm(padding);
        const double height = (body_.height + ui.mm(gap)) / rows - ui.mm(gap) - 2 * ui.mm(padding);
        const double shape = shape_of_paper(on_);
        if (!layout.beside) {
            layout.words = width;
            const bool fits = measure_words(layout);
            layout.picture = std::min(width - stack(), (height - stack() - words_height(layout) - ui.mm(gap)) / shape);
            layout.card = stack() + layout.picture * shape + ui.mm(gap) + words_height(layout) + 2 * ui.mm(padding);
            return fits;
        }
        layout.picture = std::min((height - stack()) / shape, 0.45 * width);
        layout.words = width - layout.picture - stack() - ui.mm(gap);
        const bool fits = layout.words > 0 && measure_words(layout) && words_height(layout) <= height;
        layout.card = std::max(stack() + layout.picture * shape, words_height(layout)) + 2 * ui.mm(padding);
        return fits;
    }

    bool measure_words(Layout& layout) const {
        const auto& ui = on_.ui;
        const Type type = scaled(on_.ui, title_type, layout.capital);
        bool whole = layout.stacked || layout.words >= ui.mm(least_switch);
        layout.title = 0;
        for (const auto& title : titles_) {
            const auto words = ui::words(title);
            layout.title = std::max(layout.title, ui.text_height(words, type, layout.words));
            whole = whole && !breaks_a_word(on_, words, type, layout.words);
        }
        layout.turn = 0;
        for (std::size_t at = 0; has_switches() && at < states_.size(); ++at) {
            const Button look{.label = words(states_[at]),
                              .sign = Sign::toggle,
                              .stacked = layout.stacked,
                              .type = type_of_switch(layout)};
            layout.turn = std::max(layout.turn, ui.button_height(look, layout.words));
            whole = whole && !ui.breaks_a_word(look, layout.words);
        }
        return whole;
    }
    [[nodiscard]] Type type_of_switch(const Layout& layout) const {
        Type type = scaled(on_.ui, switch_type, layout.capital);
        if (layout.stacked) type.align = typeset::Align::centre;
        return type;
    }
    [[nodiscard]] double words_height(const Layout& layout) const {
        return layout.title + (layout.turn > 0 ? on_.ui.mm(gap) + layout.turn : 0);
    }

    void put_card(std::size_t at, const Rect& rect, const Layout& layout) {
        auto& ui = on_.ui;
        const auto& card = sheets_.cards[at];
        ui.fill(rect, card.left_out() ? ui.colours().ground : ui.colours().card, ui.mm(padding));
        ui.outline(rect, ui.colours().faint, ui.mm(0.35), ui.mm(padding));
        Rect inside = rect.inset(ui.mm(padding));
        Rect place = layout.beside ? inside.take_start(layout.picture + stack(), ui.mm(gap))
                                   : inside.take_top(layout.picture * shape_of_paper(on_) + stack(), ui.mm(gap));
        const double high = layout.picture * shape_of_paper(on_);
        const Rect sheet{place.x + (place.width - layout.picture - stack()) / 2,
                         place.y + stack() + (place.height - stack() - high) / 2, layout.picture, high};
        put_paper(on_, sheet, {card.picture, std::clamp(card.sheets - 1, 0, most_behind), card.left_out()});
        put_see(card, sheet);
        if (card.prints) {
            const Rect foot = inside.take_bottom(layout.turn, ui.mm(gap));
            auto face = on_.face(*card.prints, type_of_switch(layout));
            face.button.stacked = layout.stacked;
            on_.put(*card.prints, foot, face.button);
        }
        ui.text(inside, words(titles_[at]), scaled(on_.ui, title_type, layout.capital));
    }

    // The whole picture is the target; what it does stands across its foot, how many sheets there are in its corner.
    void put_see(const view::SheetCard& card, const Rect& sheet) {
        auto& ui = on_.ui;
        const auto label = on_.say(card.see.label);
        const auto words = content::view(label.text);  // there is room for one language
        Type type{.capital = 0.75,
                  .weight = typeset::Weight::bold,
                  .line_height = 1.1,
                  .least_capital = 3,
                  .most_capital = 4};
        const double icon = ui.mm(5.5);
        const auto length = [&] { return icon + ui.mm(1.5) + std::ceil(ui.text_width(words, type)) + 1 + ui.mm(6); };
        while (length() > sheet.width - ui.mm(2) && type.capital > 0.3) type.capital *= 0.94;
        const bool both = length() <= sheet.width - ui.mm(2);
        const double width = both ? length() : icon + ui.mm(6);
        const Rect pill{sheet.x + (sheet.width - width) / 2, sheet.bottom() - ui.mm(pill_height + 2), width,
                        ui.mm(pill_height)};
        // With a rim, so that it stands out from white paper in every theme.
        const Rect rim = pill.inset(-ui.mm(0.7));
        ui.fill(rim, ui.colours().on_accent, rim.height / 2);
        ui.fill(pill, ui.colours().accent, pill.height / 2);
        Rect inside = pill.inset(ui.mm(3), 0);
        const Rect eye = inside.take_start(icon, ui.mm(1.5));
        ui.icon({eye.x, eye.y + (eye.height - icon) / 2, icon, icon}, card.see.icon, ui.colours().on_accent);
        type.colour = ui.colours().on_accent;
        if (both) ui.text(inside, words, type, Ui::Place::middle);
        if (card.sheets > 1) put_badge(card, sheet);
        if (ui.target(card.see.id, sheet, card.see.enabled)) on_.event = card.see.event;
    }

    void put_badge(const view::SheetCard& card, const Rect& sheet) {
        auto& ui = on_.ui;
        const double side = ui.mm(badge);
        const Rect round{sheet.right() - side - ui.mm(1.2), sheet.y + ui.mm(1.2), side, side};
        ui.fill(round, ui.colours().card, side / 2);
        ui.outline(round, ui.colours().faint, ui.mm(0.5), side / 2);
        const Type type{.weight = typeset::Weight::bold,
                        .align = typeset::Align::centre,
                        .line_height = 1.1,
                        .least_capital = 3.2,
                        .most_capital = 3.4};
        ui.text(round, std::string_view(view::Id("", card.sheets)), type, Ui::Place::middle);
    }

    Presenter& on_;
    Rect body_;
    const view::SheetCards& sheets_;
    view::List<view::Saying> titles_;
    view::List<view::Saying> states_;
};

}  // namespace

double shape_of_paper(const Presenter& on) {
    constexpr double letter = 11 / 8.5;
    return on.pictures == nullptr ? letter : on.pictures->shape();
}

void put_paper(Presenter& on, const Rect& rect, const Paper& paper) {
    auto& ui = on.ui;
    constexpr Colour white = rgb(0xFFFFFF);
    for (int n = paper.behind; n > 0; --n) {
        const double by = ui.mm(behind_offset) * n;
        const Rect sheet{rect.x + by, rect.y - by, rect.width, rect.height};
        ui.fill(sheet, white);
        ui.outline(sheet, ui.colours().faint, ui.mm(edge));
    }
    ui.fill(rect, white);
    const auto width = static_cast<int>(std::lround(rect.width));
    const auto picture =
        paper.picture && on.pictures != nullptr ? on.pictures->find(*paper.picture, width) : std::optional<Picture>();
    if (picture) {
        const double height = static_cast<double>(width) * picture->height / picture->width;
        ui.picture({rect.x, rect.y, static_cast<double>(width), height}, *picture);
    }
    if (paper.faint) ui.fill(rect, (ui.colours().ground & 0x00FFFFFFU) | 0xA8000000U);
    ui.outline(rect, paper.marked ? ui.colours().accent : ui.colours().faint, ui.mm(paper.marked ? 1 : edge));
}

void put_sheet_cards(Presenter& on, Rect& body, const view::SheetCards& sheets) {
    if (!sheets.cards.empty()) Cards(on, body, sheets).put();
}

}  // namespace pocketplan::ui
