#include "kiosk/ui/presenter.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "kiosk/ui/asked.h"
#include "kiosk/ui/fitting.h"
#include "kiosk/ui/keys.h"

// What surrounds the parts of a view, but for the bar at the foot: the thin progress bar, the title, the corner.
namespace pocketplan::ui {
namespace {

constexpr double hide_width = 52;
constexpr double progress_height = 2;
constexpr double roomy_margin = 12;
constexpr double widest_page = 420;
constexpr double column = 0.8;  // of a wide display
constexpr double narrow_display = 300;
constexpr double narrow_screen = 200;
constexpr double lowest_for_larger_titles = 250;  // than the answers, in very large words
constexpr double very_large_line_height = 1.2;
constexpr double least_explanation = 0.45;  // below a very large title, of an answer
constexpr double picked_rows = 4;
constexpr double listed_rows = 3;

Emphasis emphasis_of(view::Rank rank) {
    switch (rank) {
        case view::Rank::plain:
            return Emphasis::plain;
        case view::Rank::strong:
            return Emphasis::strong;
        case view::Rank::quiet:
            return Emphasis::quiet;
    }
    std::abort();
}

Sign sign_of(view::Pick pick) {
    switch (pick) {
        case view::Pick::none:
            return Sign::none;
        case view::Pick::one:
            return Sign::circle;
        case view::Pick::many:
            return Sign::square;
        case view::Pick::on_or_off:
            return Sign::toggle;
    }
    std::abort();
}

enum class Keys { usual, least };

double room_of_letters(const Ui& ui, const view::Keyboard& keyboard, double width, Keys keys) {
    const bool very_large = ui.look().very_large && is_roomy(ui) && keys == Keys::usual;
    return very_large ? very_large_keyboard_height(ui, keyboard, width) : least_keyboard_height(ui, keyboard, width);
}

// What is typed or picked with takes at least so much; unset where there is nothing of the kind.
std::optional<double> room_of_keys(const Presenter& on, double width, Keys how) {
    const auto& ui = on.ui;
    if (const auto* const writing = find_part<view::Writing>(on.view)) {
        const double keys = writing->pad ? least_pad_height(ui) : room_of_letters(ui, writing->keyboard, width, how);
        const double added = view::is_nothing(writing->added) ? 0 : 9;
        const double error = on.view.leave ? target + 3 * gap : 0;
        const double around = ui.look().very_large ? 2 * gap : 3 * gap;
        return keys + ui.mm(field_height(ui) + around + added + error);
    }
    if (const auto* const search = find_part<view::Search>(on.view)) {
        const double field = ui.mm(target + 3 * gap);
        if (search->keyboard) return room_of_letters(ui, *search->keyboard, width, how) + field;
        return ui.mm(listed_rows * (target + gap)) + field;
    }
    const bool picked = find_part<view::Grid>(on.view) != nullptr || find_part<view::Calendar>(on.view) != nullptr ||
                        find_part<view::Clock>(on.view) != nullptr;
    // A fault stands above what is picked from.
    const double fault = view::is_nothing(on.view.error) ? 0 : target + 3 * gap;
    if (picked) return ui.mm(picked_rows * (target + gap) + gap + fault);
    return std::nullopt;
}

// Of the body. In very large words cards go to further pages, and two or three need little room.
double most_of_title(const Presenter& on) {
    constexpr double usual = 1.0 / 3;
    constexpr double above_notice_and_sheets = 0.25;
    constexpr double above_keys = 0.5;
    constexpr double above_cards = 0.4;
    constexpr double above_few_cards = 0.6;
    constexpr std::size_t few = 3;
    if (!on.ui.look().very_large) return usual;
    const bool sheets = find_part<view::SheetCards>(on.view) != nullptr;
    if (sheets && find_part<view::Notice>(on.view) != nullptr) return above_notice_and_sheets;
    if (const auto* const cards = find_part<view::Cards>(on.view)) {
        return cards->controls.size() > few ? above_cards : above_few_cards;
    }
    return room_of_keys(on, on.ui.screen().width, Keys::least) ? above_keys : usual;
}

// What these leave of the screen for the title.
double title_room(const Presenter& on, const Rect& body, Keys how) {
    const double most = body.height * most_of_title(on);
    if (find_part<view::PointedLines>(on.view) != nullptr) return body.height / 5;
    const auto keys = room_of_keys(on, body.width, how);
    return keys ? std::clamp(body.height - *keys, on.ui.mm(target), most) : most;
}

// Whether a low display is too low for a keyboard, and words as large as they are wanted, and the explanation too.
bool is_keyboard_alone(const Presenter& on) {
    const auto* const search = find_part<view::Search>(on.view);
    const bool types = find_part<view::Writing>(on.view) != nullptr || (search != nullptr && search->keyboard);
    return types && is_low(on.ui, lowest_for_all) && on.ui.look().capital > capital_of(visit::TextSize::normal);
}

// The question and what explains it, in the largest type of up to 1.3 answers that there is room for.
class Heading {
public:
    struct Types {
        Type title{.capital = 1.3, .weight = typeset::Weight::bold, .line_height = 1.3, .least_capital = 3};
        Type below{.capital = 0.85, .line_height = 1.3, .least_capital = 3};
    };

    Heading(const Presenter& on, const Words& title, const Words& below, double width)
        : on_(on), title_(title), below_(below), width_(width), very_large_(on.ui.look().very_large) {}

    void fit(double room) {
        types_ = {};
        room_ = room;
        auto& [title, below] = types_;
        if (very_large_) title.line_height = below.line_height = very_large_line_height;
        if (very_large_ && is_low(on_.ui, lowest_for_larger_titles)) title.capital = 1;
        while (!fits() && title.capital > 0.3) {
            // Very large, it is as large as its answers for as long as what explains it can be smaller.
            const bool keeps = very_large_ && title.capital <= 1 && below.capital > least_explanation && !breaks();
            if (!keeps) title.capital = std::max(title.capital * 0.92, title.capital > 1 && very_large_ ? 1.0 : 0.0);
            below.capital *= 0.96;
        }
    }
    [[nodiscard]] bool has_room() const { return height() <= room_ + 1; }
    [[nodiscard]] bool is_small() const { return very_large_ && types_.title.capital < 1; }
    [[nodiscard]] const Types& types() const { return types_; }

private:
    [[nodiscard]] double height() const {
        return on_.ui.text_height(title_, types_.title, width_) + on_.ui.text_height(below_, types_.below, width_);
    }
    [[nodiscard]] bool breaks() const { return breaks_a_word(on_, title_, types_.title, width_); }
    [[nodiscard]] bool fits() const { return height() <= room_ && !breaks(); }

    const Presenter& on_;
    const Words& title_;
    const Words& below_;
    double width_;
    bool very_large_;
    double room_ = 0;
    Types types_;
};

// error: what explains it is as a notice, though there is no room for its frame.
enum class Ground { plain, notice, error };

// Returns how high both are. Pixels.
double put_heading(Ui& ui, const Rect& place, const Words& title, const Words& below, Heading::Types types,
                   Ground ground) {
    auto& [type, small] = types;
    const double title_height = ui.text_height(title, type, place.width);
    if (ground == Ground::notice) {
        ui.fill({place.x, place.y, place.width, std::max(title_height, ui.mm(target))}, ui.colours().notice,
                ui.mm(2.5));
        type.colour = ui.colours().on_notice;
    }
    ui.text({place.x, place.y, place.width, title_height}, title, type);
    const double below_height = ui.text_height(below, small, place.width);
    if (ground == Ground::error) {
        ui.fill({place.x - ui.mm(1), place.y + title_height, place.width + ui.mm(2), below_height}, ui.colours().notice,
                ui.mm(1.5));
        small.colour = ui.colours().on_notice;
    }
    ui.text({place.x, place.y + title_height, place.width, below_height}, below, small);
    const double height = std::max(title_height + below_height, ui.mm(target));
    ui.title({place.x, place.y, place.width, height});
    return height;
}

// Hide in words; languages, and the voice where there is one, as pictures.
double corner_width(const Presenter& on) {
    const auto pictures = static_cast<double>(on.view.corner.size() - 1);
    return on.ui.mm(hide_width + gap + pictures * (target + gap));
}

}  // namespace

Face Presenter::face(const view::Control& control, const Type& type) const {
    Face face{say(control.label), say(control.note), {}};
    face.button = {.label = words(face.label),
                   .icon = control.icon,
                   .emphasis = emphasis_of(control.rank),
                   .chosen = control.chosen,
                   .sign = sign_of(control.pick),
                   .enabled = control.enabled,
                   .type = type,
                   .note = words(face.note),
                   .mark = control.sign};
    return face;
}

void Presenter::put_fitted(const view::Control& control, const Rect& rect, const Type& type) {
    const auto words = face(control, type);
    put_fitted(control, rect, words.button);
}

void Presenter::put_fitted(const view::Control& control, const Rect& rect, Button look) {
    look.type = grown(ui, look.type);
    put_shrunk(control, rect, look);
}

void Presenter::put_shrunk(const view::Control& control, const Rect& rect, Button look) {
    if (rect.width < ui.mm(narrow_cell)) look.icon = Icon::none;
    const Type wanted = look.type;
    const auto fits = [&] { return ui.button_height(look, rect.width) <= rect.height + 1; };
    shrink(look, rect);
    if (ui.look().very_large && look.type.capital < wanted.capital) drop_icon(look, wanted, rect);
    // Two languages take the icon's room; where that is not enough, the visitor's stands alone.
    if (!look.label.second.empty() && !fits()) {
        look.icon = Icon::none;
        look.type = wanted;
        shrink(look, rect);
        if (!fits()) look.label.second = look.note.second = {};
    }
    put(control, rect, look);
}

// Where the words get larger by it.
void Presenter::drop_icon(Button& look, const Type& wanted, const Rect& rect) const {
    Button alone = look;
    alone.icon = Icon::none;
    alone.type = wanted;
    shrink(alone, rect);
    if (alone.type.capital > look.type.capital) look = alone;
}

void Presenter::shrink(Button& look, const Rect& rect) const {
    // A number is never broken: it would stick out.
    const bool alone = look.icon == Icon::none && look.sign == Sign::none;
    const bool number = alone && look.label.text.find_first_not_of("0123456789") == std::string_view::npos;
    const auto fits = [&] {
        return ui.button_height(look, rect.width) <= rect.height + 1 && !ui.breaks_a_word(look, rect.width) &&
               (!number || ui.text_width(look.label, look.type) <= rect.width - 2 * ui.mm(button_padding));
    };
    while (look.type.capital > 0.3 && !fits()) {
        look.type.capital *= ui.look().very_large ? 0.98 : 0.92;
        look.type.least_capital = 3;
    }
}

void Presenter::put_row(const view::List<view::Control>& controls, const Rect& row, const Type& type) {
    const Cells cells(ui, row, static_cast<int>(controls.size()));
    int at = 0;
    for (const auto& control : controls) put_fitted(control, cells.at(at++), type);
}

void Presenter::put_text(Rect& body, const Words& text, const Type& type, double below) {
    if (text.empty()) return;
    ui.text(body.take_top(ui.text_height(text, type, body.width), below), text, type);
}

Cells::Cells(const Ui& ui, const Rect& body, int columns, double height)
    : body_(body),
      columns_(columns),
      between_(ui.mm(gap)),
      width_((body.width - (columns - 1) * between_) / columns),
      height_(height) {}

Rect Cells::at(int cell) const {
    return {body_.x + (cell % columns_) * (width_ + between_), body_.y + (cell / columns_) * (height_ + between_),
            width_, height_};
}

bool is_roomy(const Ui& ui) {
    return !is_low(ui, lowest_roomy);
}

bool is_narrow(const Ui& ui) {
    return ui.screen().width < ui.mm(narrow_screen);
}

bool is_low(const Ui& ui, double millimetres) {
    return ui.screen().height < ui.mm(millimetres);
}

int page_among(int page, int pages) {
    return std::clamp(page, 0, std::max(pages - 1, 0));
}

Rect page_of(const Ui& ui) {
    const auto screen = ui.screen();
    const double edge = ui.mm(is_roomy(ui) ? roomy_margin : margin);
    // A tall display is narrow: every millimetre of its width is for words.
    if (is_narrow(ui)) return screen.inset(ui.mm(margin), edge);
    if (screen.width < ui.mm(narrow_display)) return screen.inset(edge, edge);
    // Very large words fill a line soon.
    const double most = ui.look().very_large ? screen.width - 2 * edge : screen.width * column;
    const double width = std::min(most, ui.mm(widest_page));
    return screen.inset((screen.width - width) / 2, edge);
}

const view::Notice* notice_as_title(const Presenter& on) {
    const auto* const notice = find_part<view::Notice>(on.view);
    const bool takes_it = notice != nullptr && notice->brief && find_part<view::SheetCards>(on.view) != nullptr &&
                          is_low(on.ui, lowest_for_all);
    return takes_it ? notice : nullptr;
}

void put_progress(Presenter& on) {
    if (!on.view.progress) return;
    auto& ui = on.ui;
    const double width = ui.screen().width;
    ui.fill({0, 0, width, ui.mm(progress_height)}, ui.colours().faint);
    ui.fill({0, 0, width * *on.view.progress, ui.mm(progress_height)}, ui.colours().accent);
}

// At the top of the body, and what explains it.
void put_title(Presenter& on, Rect& body) {
    auto& ui = on.ui;
    const auto& view = on.view;
    if (view::is_nothing(view.title)) return;
    if (view.corner.empty()) return put_asked(on, body);
    const bool low = is_low(ui, lowest_roomy);
    const auto* const notice = notice_as_title(on);
    const auto title = on.say(notice != nullptr ? notice->sentence : view.title);
    const bool errs = low && !view.leave && !view::is_nothing(view.error);
    const auto explained = notice != nullptr || is_keyboard_alone(on) ? view::Said(view::Nothing{}) : view.below;
    const auto below = on.say(errs ? view.error : explained);
    const auto words = ui::words(title);
    auto why = ui::words(below);
    // Very large words need the whole width of a narrow display.
    if (ui.look().very_large && is_narrow(ui)) body.take_top(ui.mm(target), ui.mm(gap));
    Rect corner = body;
    if (!ui.look().very_large || !is_narrow(ui)) corner.width -= corner_width(on);
    Heading heading(on, words, why, corner.width);
    if (notice != nullptr) {
        heading.fit(ui.mm(target));
    } else {
        heading.fit(title_room(on, body, Keys::usual));
        // Rather smaller keys than a smaller question.
        if (heading.is_small()) heading.fit(title_room(on, body, Keys::least));
    }
    // Rather no explanation than one below the keyboard; a voice says it all the same.
    if (low && !errs && !heading.has_room()) why = {};
    const auto ground = notice != nullptr ? Ground::notice : errs ? Ground::error : Ground::plain;
    const double height = put_heading(ui, corner, words, why, heading.types(), ground);
    body.take_top(height, ui.mm(gap));
}

// Beside the title; but keys come to it last.
void put_corner(Presenter& on, const Rect& page) {
    if (on.view.corner.empty()) return;
    auto& ui = on.ui;
    const Rect hide{page.right() - ui.mm(hide_width), page.y, ui.mm(hide_width), ui.mm(target)};
    Type start = bar_type;
    start.align = typeset::Align::start;
    // Pictures stand before it, the first of them next to it.
    Rect pictures{page.x, page.y, hide.x - page.x - ui.mm(gap), ui.mm(target)};
    Rect globe = pictures.take_end(ui.mm(target), ui.mm(gap));
    std::vector<Rect> others;
    for (std::size_t at = 2; at < on.view.corner.size(); ++at)
        others.push_back(pictures.take_end(ui.mm(target), ui.mm(gap)));
    for (std::size_t at = others.size(); at > 0; --at) on.put(on.view.corner[at + 1], others[at - 1], bar_type);
    on.put(on.view.corner[0], globe, bar_type);
    // Two lines of words take the icon's room; the sign stays.
    auto face = on.face(on.view.corner[1], start);
    if (face.label.is_twice()) face.button.icon = Icon::none;
    on.put_fitted(on.view.corner[1], hide, face.button);
}

}  // namespace pocketplan::ui
