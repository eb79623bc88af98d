#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "kiosk/ui/face.h"
#include "kiosk/ui/ui.h"
#include "kiosk/view/sayer.h"
#include "kiosk/view/view.h"

// What present() puts parts on the display with. Of present() alone.
namespace pocketplan::ui {

// Millimetres (docs/LOOK.md, Composition and Touch).
inline constexpr double margin = 5;
inline constexpr double gap = 3;
inline constexpr double target = 15;
// Of the screen, below which there is no room for what others show.
inline constexpr double lowest_for_all = 150;
inline constexpr double lowest_roomy = 180;
inline constexpr double narrow_cell = 45;  // has no room for an icon beside its words
// Type for what is pressed often and must stay in its place.
inline constexpr Type bar_type{
    .capital = 0.75, .align = typeset::Align::centre, .line_height = 1.15, .most_capital = 3.8};

struct Presenter {
    Ui& ui;
    const view::View& view;
    const view::Sayer& sayer;
    Pictures* pictures;                   // null: there are none
    std::optional<visit::Event> event{};  // what was touched; the last one wins

    [[nodiscard]] view::Saying say(const view::Said& said) const { return sayer.show(said); }
    [[nodiscard]] Face face(const view::Control& control, const Type& type) const;
    void put(const view::Control& control, const Rect& rect, const Button& button) {
        if (ui.button(control.id, rect, button)) event = control.event;
    }
    void put(const view::Control& control, const Rect& rect, const Type& type) {
        put(control, rect, face(control, type).button);
    }
    // In the largest type in which the label fits, of its own at most, or of what grown() makes of it.
    void put_shrunk(const view::Control& control, const Rect& rect, Button look);
    void put_fitted(const view::Control& control, const Rect& rect, const Type& type);
    void put_fitted(const view::Control& control, const Rect& rect, Button look);
    void drop_icon(Button& look, const Type& wanted, const Rect& rect) const;
    // Until its words fit.
    void shrink(Button& look, const Rect& rect) const;
    // Side by side, equally wide.
    void put_row(const view::List<view::Control>& controls, const Rect& row, const Type& type);
    // A centred or plain paragraph at the top of `body`.
    void put_text(Rect& body, const Words& text, const Type& type, double below);
};

// Equal cells, row by row, as wide as so many of them leave in the body.
class Cells {
public:
    Cells(const Ui& ui, const Rect& body, int columns) : Cells(ui, body, columns, body.height) {}
    // `height`: of a cell, in pixels.
    Cells(const Ui& ui, const Rect& body, int columns, double height);
    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] Rect at(int cell) const;

private:
    Rect body_;
    int columns_;
    double between_;
    double width_ = 0;
    double height_;
};

// `page`, where there is such a one among so many; else the nearest.
int page_among(int page, int pages);
// Turns to the next page, or from the last to the first.
view::Control turn_control(const Presenter& on, int page, int pages);
void put_turn(Presenter& on, const Rect& rect, int page, int pages, const Type& type);

// Height of a capital in the answers, millimetres (VVSG 2.0, 7.1-G).
double capital_of(visit::TextSize size);
bool is_low(const Ui& ui, double millimetres);
bool is_roomy(const Ui& ui);
bool is_narrow(const Ui& ui);  // a tall display's width, every millimetre of which is for words
// The whole display but the margins, and on a wide display no more than arms and lines of text can do with.
Rect page_of(const Ui& ui);
void put_progress(Presenter& on);
void put_title(Presenter& on, Rect& body);
void put_corner(Presenter& on, const Rect& page);
// Over sheets, on a low display, it takes the title's place; else null.
const view::Notice* notice_as_title(const Presenter& on);

// Parts, each at the top of `body`, of which it takes what it needs.
void put_cards(Presenter& on, Rect& body, const view::Cards& cards);
// `below`: what the paragraphs below it need, in pixels.
void put_pointed(Presenter& on, Rect& body, const view::PointedLines& pointed, double below);
Rect take_offer(const Presenter& on, Rect& body);
void put_offer(Presenter& on, Rect place, const view::Offer& offer);
void put_language_cards(Presenter& on, Rect& body, const view::LanguageCards& cards);
double field_height(const Ui& ui);                                                      // millimetres
double least_writing_height(const Ui& ui, const view::Writing& writing, double width);  // pixels
void put_writing(Presenter& on, Rect& body, const view::Writing& writing);
void put_search(Presenter& on, Rect& body, const view::Search& search);
void put_tabs(Presenter& on, Rect& body, const view::Tabs& tabs);
void put_grid(Presenter& on, Rect& body, const view::Grid& grid);
void put_calendar(Presenter& on, Rect& body, const view::Calendar& calendar);
double least_clock_height(const Ui& ui, const view::Clock& clock);  // pixels
void put_clock(Presenter& on, Rect& body, const view::Clock& clock);
void put_reading(Presenter& on, Rect& body, const view::Reading& reading);
void put_setting(Presenter& on, Rect& body, const view::Setting& setting);
void put_card_outline(const Presenter& on, Rect& body, const view::CardOutline& card);

// What a view has of one kind of part; none: null.
template <class Part>
const Part* find_part(const view::View& view) {
    for (const auto& part : view.parts) {
        if (const auto* const found = std::get_if<Part>(&part)) return found;
    }
    return nullptr;
}

}  // namespace pocketplan::ui
