#include <algorithm>

#include "content/keyboard.h"
#include "content/pinyin.h"
#include "kiosk/screens/question.h"

namespace pocketplan::screens {
namespace {

using content::AnswerKind;
using ui::Rect;

constexpr double field_height = 15;  // millimetres
constexpr double narrow_field = 60;  // beside the characters that are offered
constexpr ui::Type character_type{.align = typeset::Align::centre, .line_height = 1.1, .most_capital = 5};
constexpr std::string_view dots = "••••••";

bool is_number(const Scene& scene, visit::EntryField field) {
    return field == visit::EntryField::phone || scene.question().kind == AnswerKind::number;
}

// The Chinese characters that the letters typed last are read as, where there are any.
std::string_view offered(const Scene& scene) {
    const auto& entry = scene.visit.entry;
    const bool reads = content::reads_pinyin(scene.library.language(scene.visit.language));
    if (!reads || is_number(scene, entry.field)) return {};
    return content::characters_for(content::letters_at_end(entry.words.view()));
}

// As many as there is room for in the row, page after page.
void draw_characters(Scene& scene, Rect row, std::string_view characters) {
    auto& ui = scene.ui;
    const int count = static_cast<int>(characters.size() / content::character_bytes);
    const int room = std::max(static_cast<int>((row.width + ui.mm(gap)) / ui.mm(target + gap)), 2);
    const bool turns = count > room;
    const int a_page = turns ? room - 1 : room;
    const int pages = (count + a_page - 1) / a_page;
    const int page = std::min(scene.visit.page, pages - 1);
    for (int place = page * a_page; place < std::min(count, (page + 1) * a_page); ++place) {
        const auto at = static_cast<std::size_t>(place) * content::character_bytes;
        scene.button(ui::Id("character.", place), row.take_start(ui.mm(target), ui.mm(gap)),
                     {.label = characters.substr(at, content::character_bytes), .type = character_type},
                     visit::PickCharacter{static_cast<std::uint8_t>(place)});
    }
    if (!turns) return;
    const bool last = page + 1 == pages;
    scene.button(last ? "page.first" : "page.turn", row.take_start(ui.mm(target), ui.mm(gap)),
                 {.icon = last ? "back" : "next", .emphasis = ui::Emphasis::quiet},
                 visit::TurnPage{last ? 0 : page + 1});
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
    if (const auto characters = offered(scene); !characters.empty()) {
        const Rect field = fields.take_start(ui.mm(narrow_field), ui.mm(gap));
        draw_field(scene, field, "field.words", {}, entry.words, visit::EntryField::words);
        draw_characters(scene, fields, characters);
    } else if (kind == AnswerKind::person) {
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
