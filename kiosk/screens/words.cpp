#include <algorithm>

#include "kiosk/screens/question.h"

namespace pocketplan::screens {
namespace {

using content::AnswerKind;
using ui::Rect;

constexpr double field_height = 15;  // millimetres
constexpr std::string_view dots = "••••••";

bool is_number(const Scene& scene, visit::EntryField field) {
    return field == visit::EntryField::phone || scene.question().kind == AnswerKind::number;
}

}  // namespace

void draw_field(Scene& scene, const Rect& rect, std::string_view id, std::string_view label,
                const content::Words& words, visit::EntryField field) {
    auto& ui = scene.ui;
    const bool focused = scene.visit.entry.field == field;
    const auto direction =
        is_number(scene, field) ? content::ValueDirection::isolated : content::ValueDirection::natural;
    const auto typed = content::fill("{typed}", {{"typed", words.view(), direction}});
    ui::Type type{.most_capital = 5};
    // A long name shows its end, where the typing goes on.
    while (focused && type.capital > 0.4 && ui.text_width(content::view(typed), type) > rect.width - ui.mm(12)) {
        type.capital *= 0.9;
        type.least_capital = 2.5;
    }
    ui::Button look{.label = words.empty() ? label
                             : focused     ? content::view(typed)
                                           : dots,
                    .emphasis = words.empty() ? ui::Emphasis::quiet : ui::Emphasis::plain,
                    .chosen = focused,
                    .type = type};
    if (words.empty()) look.type.colour = ui.colours().faint;
    scene.button(id, rect, look, visit::FocusField{field});
}

void draw_words(Scene& scene, Rect body) {
    auto& ui = scene.ui;
    const auto& entry = scene.visit.entry;
    const auto kind = scene.question().kind;
    Rect fields = body.take_top(ui.mm(field_height), ui.mm(gap));
    if (kind == AnswerKind::person) {
        const double half = (fields.width - ui.mm(gap)) / 2;
        const Rect name = fields.take_start(half, ui.mm(gap));
        draw_field(scene, name, "field.name", scene.text("entry.name"), entry.words, visit::EntryField::words);
        draw_field(scene, fields, "field.phone", scene.text("entry.phone"), entry.phone, visit::EntryField::phone);
    } else if (kind == AnswerKind::phone) {
        draw_field(scene, fields, "field.phone", scene.text("entry.phone"), entry.phone, visit::EntryField::phone);
    } else {
        draw_field(scene, fields, "field.words", {}, entry.words, visit::EntryField::words);
    }
    const Keys keys = is_number(scene, entry.field) ? Keys::digits : Keys::letters;
    const double height = keyboard_height(scene, keys, body.width);
    // Low on a tall screen, where hands are, but not far from the field.
    const double free = std::max(body.height - height, 0.0);
    body.take_top(std::min(free, ui.mm(25)));
    draw_keyboard(scene, body, keys);
}

}  // namespace pocketplan::screens
