#include "kiosk/ui/present.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "kiosk/ui/banner.h"
#include "kiosk/ui/bar.h"
#include "kiosk/ui/notice.h"
#include "kiosk/ui/paragraphs.h"
#include "kiosk/ui/presenter.h"
#include "kiosk/ui/sheets.h"

namespace pocketplan::ui {
namespace {

constexpr double small_emblem = 16;  // millimetres
constexpr double large_emblem = 24;
constexpr double widest_beside = 60;
constexpr double least_emblem = 9;  // where words need the room
// A screen is at least so many of its capitals high: bar, title, and three rows of answers.
constexpr double capitals_high = 22.8;
constexpr double usual_width = 345;  // millimetres: 15.6 inches
constexpr double most_growth = 1.4;

// Three rows of three, in the middle of the screen.
void put_curtain(Presenter& on, const view::Curtain& curtain) {
    constexpr int rows = 3;
    constexpr double largest_cell = 45;  // millimetres
    constexpr double icon = 0.6;         // of it
    auto& ui = on.ui;
    const Rect screen = ui.screen();
    const double room = std::min(screen.width, screen.height) - ui.mm(2 * margin);
    const double side = std::min(room, ui.mm(rows * largest_cell));
    const Rect middle{(screen.width - side) / 2, (screen.height - side) / 2, side, side};
    const Cells cells(ui, middle, rows, (side - (rows - 1) * ui.mm(gap)) / rows);
    int at = 0;
    for (const auto& control : curtain.controls) {
        const auto face = on.face(control, {});
        auto look = face.button;
        look.icon_side = icon * cells.width() / ui.mm(1);
        if (ui.holdable(control.id, cells.at(at++), look)) on.event = control.event;
    }
}

// Puts one part after another; each takes its room from the top of the body.
class Parts {
public:
    Parts(Presenter& on, Rect& body) : on_(on), body_(body), paragraphs_(on) {}

    void operator()(const view::Notice& notice) {
        if (notice_as_title(on_) != &notice) NoticeBox(on_, body_, notice).put(on_, body_);
    }
    void operator()(const view::Banner& banner) {
        put_banner(on_, body_, banner, paragraphs_.height_of_last(on_, body_.width));
    }
    void operator()(const view::Paragraph& paragraph) { paragraphs_.put(on_, body_, paragraph); }
    void operator()(const view::PointedLines& pointed) {
        put_pointed(on_, body_, pointed, paragraphs_.height_of_last(on_, body_.width));
    }
    void operator()(const view::Emblem& emblem) {
        const double free = body_.height - paragraphs_.height_of_last(on_, body_.width) - on_.ui.mm(gap * 2);
        const double side =
            std::clamp(free, on_.ui.mm(least_emblem), on_.ui.mm(emblem.small ? small_emblem : large_emblem));
        body_.take_top(std::clamp(free - side, 0.0, body_.height * emblem.room_above));
        Rect top = body_.take_top(side, on_.ui.mm(gap * 2));
        on_.ui.icon({top.x + (top.width - side) / 2, top.y, side, side}, emblem.icon, on_.ui.colours().accent);
        const auto count = static_cast<double>(emblem.beside.size());
        const double room = (top.width - side) / 2 - count * on_.ui.mm(gap);
        for (const auto& control : emblem.beside) {
            const double width = std::min(on_.ui.mm(widest_beside), room / count);
            beside_.emplace_back(&control, top.take_end(width, on_.ui.mm(gap)));
        }
    }
    void operator()(const view::Cards& cards) { put_cards(on_, body_, cards); }
    void operator()(const view::Offer& offer) { put_offer(on_, foot_, offer); }
    void operator()(const view::LanguageCards& cards) { put_language_cards(on_, body_, cards); }
    void operator()(const view::Writing& writing) { put_writing(on_, body_, writing); }
    void operator()(const view::Search& search) { put_search(on_, body_, search); }
    void operator()(const view::Tabs& tabs) { put_tabs(on_, body_, tabs); }
    void operator()(const view::Grid& grid) { put_grid(on_, body_, grid); }
    void operator()(const view::Calendar& calendar) { put_calendar(on_, body_, calendar); }
    void operator()(const view::Clock& clock) { put_clock(on_, body_, clock); }
    void operator()(const view::Reading& reading) { put_reading(on_, body_, reading); }
    void operator()(const view::Sheets& sheets) {
        put_sheets(on_, body_, sheets, paragraphs_.height_of_last(on_, body_.width));
    }
    void operator()(const view::SheetCards& sheets) { put_sheet_cards(on_, body_, sheets); }
    void operator()(const view::SeenSheet& seen) { put_seen(on_, seen); }
    void operator()(const view::Foot& foot) { put_foot(on_, foot_, foot); }
    void operator()(const view::Setting& setting) { put_setting(on_, body_, setting); }
    void operator()(const view::CardOutline& card) { put_card_outline(on_, body_, card); }
    void operator()(const view::Curtain& curtain) { put_curtain(on_, curtain); }

    // What stands in a corner comes last to keys, as on every screen.
    void put_beside() {
        for (const auto& [control, rect] : beside_) on_.put_fitted(*control, rect, bar_type);
    }
    // What stands at the foot takes its room before all else does.
    void reserve() {
        if (find_part<view::Foot>(on_.view) != nullptr) foot_ = take_foot(on_, body_);
        if (find_part<view::Offer>(on_.view) != nullptr) foot_ = take_offer(on_, body_);
    }

private:
    Presenter& on_;
    Rect& body_;
    Rect foot_;
    std::vector<std::pair<const view::Control*, Rect>> beside_;
    Paragraphs paragraphs_;
};

}  // namespace

double capital_of(visit::TextSize size) {
    switch (size) {  // millimetres; VVSG 2.0, 7.1-G
        case visit::TextSize::small:
            return 4;
        case visit::TextSize::normal:
            return 5;
        case visit::TextSize::large:
            return 6.5;
        case visit::TextSize::huge:
            return 8.5;
    }
    std::abort();
}

Look look_of(const visit::Visit& visit, const content::Library& library, const Display& display) {
    const auto& language = library.language(visit.language);
    Look look;
    look.theme = visit.theme;
    // On a large display, which is read from further away, type grows with the column it stands in.
    const double growth = std::clamp(display.width_mm() / usual_width, 1.0, most_growth);
    look.capital = std::min(capital_of(visit.text_size) * growth, display.height_mm() / capitals_high);
    look.very_large = visit.text_size == visit::TextSize::huge;
    look.language = language.tag;
    if (language.direction == content::Direction::right_to_left) look.direction = typeset::Direction::right_to_left;
    return look;
}

std::optional<visit::Event> present(Ui& ui, const view::View& view, const view::Sayer& sayer, Pictures* pictures) {
    if (pictures != nullptr) pictures->begin();
    Presenter on{ui, view, sayer, pictures};
    put_progress(on);
    Rect body = page_of(ui);
    const Rect bar = take_bar(on, body);
    const Rect page = body;
    put_title(on, body);
    // Beside the field (put_writing); where the keyboard takes all the room, in place of the explanation (put_title).
    const auto error = error_of(on);
    if (error && find_part<view::Writing>(view) == nullptr) NoticeBox(on, body, *error).put(on, body);
    Parts parts(on, body);
    parts.reserve();
    for (const auto& part : view.parts) std::visit(parts, part);
    put_bar(on, bar);
    parts.put_beside();
    put_corner(on, page);
    return on.event;
}

}  // namespace pocketplan::ui
