#include <algorithm>
#include <cmath>
#include <limits>

#include "kiosk/ui/ui.h"

// Text and buttons, in terms of what ui.cpp draws.
namespace pocketplan::ui {
namespace {

// Millimetres.
constexpr double padding = 2.5;
constexpr double sign_size = 8;
constexpr double radius = 2.5;
constexpr double smallest_target = 15;  // LOOK: Touch

constexpr double infinity = std::numeric_limits<double>::infinity();

Type note_type(const Type& label) {
    Type type = label;
    type.capital = label.capital * 0.8;
    type.weight = typeset::Weight::regular;
    return type;
}

}  // namespace

typeset::Style Ui::style_of(const Type& type) const {
    const double capital =
        std::clamp(look_.capital * type.capital, std::min(type.least_capital, type.most_capital), type.most_capital);
    typeset::Style style;
    style.size = std::round(mm(capital) * em_per_capital_);
    style.line_height = type.line_height;
    style.weight = type.weight;
    style.align = type.align;
    style.direction = look_.direction;
    style.side = mirror_ ? typeset::Direction::right_to_left : typeset::Direction::left_to_right;
    style.language = look_.language;
    return style;
}

double Ui::text_height(std::string_view utf8, const Type& type, double width) const {
    return utf8.empty() ? 0 : layouts_.find(utf8, style_of(type), width).height;
}

double Ui::text_width(std::string_view utf8, const Type& type) const {
    return layouts_.find(utf8, style_of(type), infinity).width;
}

void Ui::text(const Rect& rect, std::string_view utf8, const Type& type, Place place) {
    if (utf8.empty()) return;
    const auto& layout = layouts_.find(utf8, style_of(type), rect.width);
    const Rect at = placed(rect);
    const auto tell = [&](TextFault::Kind kind) { text_faults_.push_back({kind, at, {utf8.begin(), utf8.end()}}); };
    if (layout.height > rect.height + 1 || layout.width > rect.width + 1) tell(TextFault::Kind::cut);
    if (layout.broken_word) tell(TextFault::Kind::broken);
    if (!layout.missing.empty()) tell(TextFault::Kind::no_glyph);
    if (layout.turned_number) tell(TextFault::Kind::turned);
    const double top = place == Place::middle ? (rect.height - layout.height) / 2 : 0;
    draw_layout(layout, at.x, at.y + top, type.colour == 0 ? colours().ink : type.colour);
}

double Ui::label_width(const Button& button, double width) const {
    double inside = width - mm(2 * padding);
    if (button.icon != Icon::none && !button.stacked) inside -= mm(button.icon_side + padding);
    if (button.sign != Sign::none && !button.stacked) inside -= mm(sign_size + padding);
    return inside;
}

bool Ui::breaks_a_word(const Button& button, double width) const {
    if (button.label.empty()) return false;
    return layouts_.find(button.label, style_of(button.type), label_width(button, width)).broken_word;
}

double Ui::button_height(const Button& button, double width) const {
    const double inside = label_width(button, width);
    const double label = text_height(button.label, button.type, inside);
    const double note = text_height(button.note, note_type(button.type), inside);
    const double above = button.stacked && button.icon != Icon::none ? mm(button.icon_side + 1) : 0;
    return std::max(mm(smallest_target), std::ceil(above + label + note + mm(2 * padding)));
}

bool Ui::button(std::string_view id, const Rect& rect, const Button& button) {
    const Touch touch = this->touch(id, placed(rect), button.enabled);
    draw_face(rect, button, touch);
    const bool filled = button.emphasis == Emphasis::strong && button.enabled;
    draw_label(rect, button, filled ? colours().on_accent : button.enabled ? colours().ink : colours().faint);
    return touch.released;
}

void Ui::draw_face(const Rect& rect, const Button& button, const Touch& touch) {
    const auto& colour = colours();
    const double round = mm(radius);
    const bool strong = button.emphasis == Emphasis::strong && button.enabled;
    Colour ground = strong ? colour.accent : button.chosen ? colour.chosen : colour.card;
    if (button.emphasis == Emphasis::quiet && !button.chosen) ground = colour.ground;
    if (touch.held && !strong) ground = colour.pressed;
    fill(rect, ground, round);
    if (touch.held && strong) outline(rect.inset(mm(0.8)), colour.on_accent, mm(0.6), round);
    if (!strong) outline(rect, button.chosen ? colour.accent : colour.faint, mm(button.chosen ? 1 : 0.35), round);
    if (touch.focused) outline(rect.inset(-mm(1.2)), colour.ink, mm(0.8), round);
}

// Takes the icon's room from `inside`: above the label, at its start, or all of it where there is no label.
void Ui::draw_icon(Rect& inside, const Button& button, Colour ink) {
    Rect room = inside;
    if (button.stacked) {
        room = inside.take_top(mm(button.icon_side), mm(1));
    } else if (!button.label.empty()) {
        room = inside.take_start(mm(button.icon_side), mm(padding));
    }
    const double side = std::min({room.width, room.height, mm(button.icon_side)});
    icon({room.x + (room.width - side) / 2, room.y + (room.height - side) / 2, side, side}, button.icon, ink);
}

// At the end of the label; above a stacked one in the corner, where it takes no room from it.
void Ui::draw_sign(const Rect& rect, Rect& inside, const Button& button) {
    const double side = mm(sign_size);
    Rect box{rect.right() - mm(padding) - side, rect.y + mm(padding), side, side};
    if (!button.stacked) {
        const Rect end = inside.take_end(side, mm(padding));
        box = {end.x, end.y + (end.height - side) / 2, side, side};
    }
    const double round = button.sign == Sign::circle ? side / 2 : mm(1.2);
    if (button.chosen) {
        fill(box, colours().accent, round);
        icon(box.inset(mm(1.4)), Icon::tick, colours().on_accent);
    } else {
        outline(box, colours().faint, mm(0.6), round);
    }
}

void Ui::draw_label(const Rect& rect, const Button& button, Colour ink) {
    Rect inside = rect.inset(std::min(mm(padding), rect.width * 0.08), mm(1));
    if (button.stacked && button.icon != Icon::none) {
        // Icon and words in the middle together.
        const double words = text_height(button.label, button.type, inside.width);
        inside = inside.inset(0, std::max(0.0, (inside.height - mm(button.icon_side + 1) - words) / 2));
    }
    if (button.icon != Icon::none) draw_icon(inside, button, ink);
    if (button.sign != Sign::none) draw_sign(rect, inside, button);
    Type type = button.type;
    type.colour = ink;
    const double note_height = text_height(button.note, note_type(type), inside.width);
    Rect label = inside;
    if (note_height > 0) {
        const double label_height = text_height(button.label, type, inside.width);
        const double above = (inside.height - label_height - note_height) / 2;
        label = {inside.x, inside.y + above, inside.width, label_height};
        Type note = note_type(type);
        text({inside.x, label.bottom(), inside.width, note_height}, button.note, note);
    }
    text(label, button.label, type, Place::middle);
}

}  // namespace pocketplan::ui
