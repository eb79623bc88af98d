#include <algorithm>
#include <cmath>
#include <limits>

#include "kiosk/ui/focus.h"
#include "kiosk/ui/ui.h"

// Text and buttons, in terms of what ui.cpp draws.
namespace pocketplan::ui {
namespace {

// Millimetres.
constexpr double padding = button_padding;
constexpr double tight_padding = 1;
constexpr double sign_size = 8;
constexpr double toggle_width = 13;
constexpr double radius = 2.5;
constexpr double badge_size = 5;
constexpr double focus_away = 1.5;
constexpr double focus_width = 1.1;
constexpr double smallest_target = 15;  // docs/LOOK.md, Touch

constexpr double infinity = std::numeric_limits<double>::infinity();

double sign_width(Sign sign) {
    return sign == Sign::toggle ? toggle_width : sign_size;
}

constexpr double second_size = 0.75;  // of the text above it
constexpr double least_second = 2.8;  // millimetres
constexpr double second_line_height = 1.25;
constexpr double most_of_note = 0.75;  // of an answer: a note is never what is read first

Type note_type(const Type& label) {
    Type type = label;
    type.capital = std::min(label.capital * 0.8, most_of_note);
    type.weight = typeset::Weight::regular;
    return type;
}

// Of the second language: what is read first is the visitor's.
Type second_type(const Type& first) {
    Type type = first;
    type.capital *= second_size;
    type.most_capital *= second_size;
    type.least_capital = std::min(first.least_capital, least_second);
    type.weight = typeset::Weight::regular;
    type.line_height = std::min(first.line_height, second_line_height);
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

const typeset::Layout* Ui::second_of(const Words& words, const Type& type, double width) const {
    if (words.second.empty()) return nullptr;
    auto style = style_of(second_type(type));
    style.direction = words.direction;
    style.language = words.language;
    return &layouts_.find(words.second, style, width);
}

double Ui::text_height(const Words& words, const Type& type, double width) const {
    if (words.empty()) return 0;
    const auto* const second = second_of(words, type, width);
    return layouts_.find(words.text, style_of(type), width).height + (second != nullptr ? second->height : 0);
}

double Ui::text_width(const Words& words, const Type& type) const {
    const auto* const second = second_of(words, type, infinity);
    return std::max(layouts_.find(words.text, style_of(type), infinity).width, second != nullptr ? second->width : 0);
}

void Ui::text(const Rect& rect, const Words& words, const Type& type, Place place) {
    if (words.empty()) return;
    const auto style = style_of(type);
    const auto& layout = layouts_.find(words.text, style, rect.width);
    const auto* const second = second_of(words, type, rect.width);
    const Rect at = placed(rect);
    const double height = layout.height + (second != nullptr ? second->height : 0);
    const double top = at.y + (place == Place::middle ? (rect.height - height) / 2 : 0);
    const Colour colour = type.colour == 0 ? colours().ink : type.colour;
    tell_faults(layout, at, words.text);
    if (second != nullptr) tell_faults(*second, at, words.second);
    if (height > rect.height + 1)
        text_faults_.push_back({TextFault::Kind::cut, at, {words.text.begin(), words.text.end()}});
    texts_.push_back({{at.x, top, rect.width, height}, style.size / em_per_capital_ / mm(1)});
    draw_layout(layout, at.x, top, colour);
    if (second != nullptr) draw_layout(*second, at.x, top + layout.height, colour);
}

void Ui::tell_faults(const typeset::Layout& layout, const Rect& at, std::string_view utf8) {
    const auto tell = [&](TextFault::Kind kind) { text_faults_.push_back({kind, at, {utf8.begin(), utf8.end()}}); };
    if (layout.width > at.width + 1) tell(TextFault::Kind::cut);
    if (layout.broken_word) tell(TextFault::Kind::broken);
    if (!layout.missing.empty()) tell(TextFault::Kind::no_glyph);
    if (layout.turned_number) tell(TextFault::Kind::turned);
}

double Ui::label_width(const Button& button, double width) const {
    double inside = width - mm(2 * padding);
    if (button.icon != Icon::none && !button.stacked) inside -= mm(button.icon_side + padding);
    if (button.sign != Sign::none && !button.stacked) inside -= mm(sign_width(button.sign) + padding);
    if (button.mark != Icon::none && !button.stacked) inside -= mm(button.icon_side + padding);
    return inside;
}

bool Ui::breaks_a_word(const Button& button, double width) const {
    if (button.label.empty()) return false;
    const double inside = label_width(button, width);
    const auto* const second = second_of(button.label, button.type, inside);
    return layouts_.find(button.label.text, style_of(button.type), inside).broken_word ||
           (second != nullptr && second->broken_word);
}

double Ui::button_height(const Button& button, double width) const {
    const double inside = label_width(button, width);
    const double label = text_height(button.label, button.type, inside);
    const double note = text_height(button.note, note_type(button.type), inside);
    const double around = button.tight ? tight_padding : padding;
    double above = 0;
    if (button.stacked && button.icon != Icon::none) above = mm(button.icon_side + 1);
    if (button.stacked && button.sign == Sign::toggle) above = mm(sign_size + 1);
    return std::max(mm(smallest_target), std::ceil(above + label + note + mm(2 * around)));
}

// Labels are drawn after their button, by other means.
void Ui::find_texts_below(const Rect& button) {
    const Rect control = button.inset(1);  // a pixel, for rects are not rounded
    for (const auto& [text, capital] : texts_) {
        const bool across = text.x < control.right() && control.x < text.right();
        const bool down = text.y < control.bottom() && control.y < text.bottom();
        if (across && down) text_faults_.push_back({TextFault::Kind::covered, text, {}});
    }
}

bool Ui::button(std::string_view id, const Rect& rect, const Button& button) {
    const Touch touch = this->touch(id, placed(rect), button.enabled);
    draw_whole(rect, button, touch);
    return touch.released;
}

bool Ui::holdable(std::string_view id, const Rect& rect, const Button& button) {
    Touch touch = this->touch(id, placed(rect), button.enabled);
    const bool key = touch.focused && input_.key == Key::press;
    const bool held = hold_.holds(id, touch.held, key, input_.time);
    touch.held = touch.held || hold_.is_pressed(id, input_.time);
    draw_whole(rect, button, touch);
    return held;
}

void Ui::draw_whole(const Rect& rect, const Button& button, const Touch& touch) {
    find_texts_below(placed(rect));
    const auto& colour = colours_of(button);
    if (button.enabled) draw_face(rect, button, touch);  // what is closed is words alone
    const bool filled = button.emphasis == Emphasis::strong && button.enabled;
    draw_label(rect, button, filled ? colour.on_accent : button.enabled ? colour.ink : colour.faint);
}

const Palette& Ui::colours_of(const Button& button) const {
    return button.theme ? palette(*button.theme) : colours();
}

void Ui::title(const Rect& rect) {
    if (title_) return;
    title_ = placed(rect);
    if (focus_ == title_id) outline(rect, colours().ink, mm(focus_width), mm(1.2));
}

// Around all that stand beside the one with the focus. Their rects are as on the display already.
void Ui::draw_row() {
    std::optional<Rect> all;
    for (const auto& widget : widgets_) {
        if (std::find(row_.begin(), row_.end(), widget.id) == row_.end()) continue;
        const Rect& one = widget.rect;
        const double left = all ? std::min(all->x, one.x) : one.x;
        const double right = all ? std::max(all->right(), one.right()) : one.right();
        all = Rect{left, one.y, right - left, one.height};
    }
    if (!all) return;
    unmirrored([&] { outline(all->inset(-mm(focus_away)), colours().ink, mm(focus_width), mm(radius)); });
}

bool Ui::target(std::string_view id, const Rect& rect, bool enabled) {
    const Touch touch = this->touch(id, placed(rect), enabled);
    const Colour half = (colours().pressed & 0x00FFFFFFU) | 0x80000000U;
    if (touch.held) {
        fill(rect, half);
        // With a rim, because what is drawn may be as dark or as light.
        outline(rect.inset(mm(0.3)), colours().on_accent, mm(1.6));
        outline(rect.inset(mm(0.8)), colours().accent, mm(0.6));
    }
    if (touch.focused) outline(rect.inset(-mm(focus_away)), colours().ink, mm(focus_width), mm(1.2));
    return touch.released;
}

void Ui::draw_face(const Rect& rect, const Button& button, const Touch& touch) {
    const auto& colour = colours_of(button);
    const double round = mm(radius);
    const bool strong = button.emphasis == Emphasis::strong;
    const bool chosen = button.chosen && button.sign != Sign::toggle;  // a switch says it all
    Colour ground = strong ? colour.accent : chosen ? colour.chosen : colour.card;
    if (button.emphasis == Emphasis::quiet && !chosen) ground = colour.ground;
    if (touch.held && !strong) ground = colour.pressed;
    fill(rect, ground, round);
    if (!strong) outline(rect, chosen ? colour.accent : colour.faint, mm(chosen ? 1.2 : 0.35), round);
    // A second edge inside of the first, so that a press is never told by colour alone.
    if (touch.held) outline(rect.inset(mm(chosen ? 1.8 : 0.8)), strong ? colour.on_accent : colour.ink, mm(0.6), round);
    if (button.chosen && button.badge && button.sign == Sign::none) draw_badge(rect, colour);
    // Outside of the edge, so that it cannot be taken for it.
    if (touch.focused) outline(rect.inset(-mm(focus_away)), colours().ink, mm(focus_width), round);
}

// In the corner where reading ends, so that a choice is never told by colour alone.
void Ui::draw_badge(const Rect& rect, const Palette& colour) {
    const double side = std::min(mm(badge_size), rect.height / 3);
    const Rect box{rect.right() - side, rect.y, side, side};
    fill(box, colour.accent, mm(1));
    icon(box.inset(side * 0.12), Icon::tick, colour.on_accent);
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
    if (button.stacked && button.mark != Icon::none) {  // side by side, in the middle together
        const double both = 2 * side + mm(padding);
        room = {room.x + (room.width - both) / 2, room.y, both, room.height};
        icon(room.take_end(side), button.mark, ink);
        room.width = side;
    }
    icon({room.x + (room.width - side) / 2, room.y + (room.height - side) / 2, side, side}, button.icon, ink);
}

// At the end of the label; above a stacked one in the corner, where it takes no room from it.
void Ui::draw_sign(const Rect& rect, Rect& inside, const Button& button) {
    if (button.sign == Sign::toggle) {
        const double width = mm(toggle_width);
        if (button.stacked) inside.take_top(mm(1));
        Rect place = button.stacked ? inside.take_top(mm(sign_size), mm(1)) : inside.take_end(width, mm(padding));
        return draw_toggle({place.x + (place.width - width) / 2, place.y, width, place.height}, button.chosen);
    }
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

// Off it is an outline with the knob at the start; on it is filled, and the knob at the end has a tick.
void Ui::draw_toggle(const Rect& place, bool on) {
    const Rect track{place.x, place.y + (place.height - mm(sign_size)) / 2, place.width, mm(sign_size)};
    const double edge = mm(1);
    Rect knob = track.inset(edge);
    knob = on ? knob.take_end(knob.height) : knob.take_start(knob.height);
    if (on) {
        fill(track, colours().accent, track.height / 2);
        fill(knob, colours().on_accent, knob.height / 2);
        icon(knob.inset(mm(0.6)), Icon::tick, colours().accent);
    } else {
        outline(track, colours().faint, mm(0.6), track.height / 2);
        fill(knob.inset(mm(0.6)), colours().faint, knob.height / 2 - mm(0.6));
    }
}

void Ui::draw_label(const Rect& rect, const Button& button, Colour ink) {
    Rect inside = rect.inset(std::min(mm(padding), rect.width * 0.08), mm(tight_padding));
    if (button.stacked && button.icon != Icon::none) {
        // Icon and words in the middle together.
        const double words = text_height(button.label, button.type, inside.width);
        inside = inside.inset(0, std::max(0.0, (inside.height - mm(button.icon_side + 1) - words) / 2));
    }
    if (button.icon != Icon::none) draw_icon(inside, button, ink);
    if (button.sign != Sign::none) draw_sign(rect, inside, button);
    if (button.mark != Icon::none && !button.stacked) {
        const double side = mm(button.icon_side);
        const Rect end = inside.take_end(side, mm(padding));
        icon({end.x, end.y + (end.height - side) / 2, side, side}, button.mark, ink);
    }
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
