#include "content/keyboard.h"

#include <algorithm>

#include "kiosk/view/describer.h"

// What is typed with, and into.
namespace pocketplan::view {

Field field_of(const Asked& of, Id id, Said label, visit::EntryField field) {
    const auto& entry = of.entry();
    const bool phone = field == visit::EntryField::phone;
    return {.id = id,
            .label = label,
            .field = field,
            .empty = phone ? entry.phone.empty() : entry.words.empty(),
            .focused = entry.field == field,
            .shown = entry.field == field || entry.uncovered,
            .number = phone || content::keys_of(of.question().kind) == content::Keys::digits};
}

namespace {

// One row of a layer, each key named by what it types.
List<Control> row_of(const content::Keyboard& keyboard, const std::vector<content::Touch>& row,
                     std::string_view prefix) {
    List<Control> keys;
    for (const auto& at : row) {
        keys.push_back({.id = {prefix, keyboard.layers[at.layer][at.row][at.key]},
                        .label = KeyLabel{at.layer, at.row, at.key},
                        .event = visit::PressKey{at.layer, at.row, at.key}});
    }
    return keys;
}

// What the first layer lacks and another has: to Latin letters the accented ones, to others the Latin ones.
void add_other_letters(const content::Keyboard& letters, content::Order order, Keyboard& keyboard) {
    const bool latin = content::is_latin(letters.layers.front());
    for (std::size_t layer = 1; layer < letters.layers.size(); ++layer) {
        const bool beside = !latin && content::is_latin(letters.layers[layer]);
        for (const auto& row : content::rows_of(letters, layer, beside ? order : content::Order::usual)) {
            if (beside) keyboard.latin.push_back(row_of(letters, row, "key.latin."));
            if (!latin || !content::is_accented(letters.layers[layer][row.front().row])) continue;
            for (const auto& key : row_of(letters, row, "key.")) keyboard.accents.push_back(key);
        }
    }
}

Control backspace(const Describer& of, Id id, content::CommonText aloud) {
    return {.id = id, .icon = Icon::backspace, .event = visit::EraseCharacter{}, .aloud = of.text(aloud)};
}

}  // namespace

Keyboard keyboard_of(const Asked& of) {
    const auto& letters = of.library.keyboard(of.visit.language);
    const auto& layers = letters.layers;
    const auto shown = std::min(static_cast<std::size_t>(of.entry().layer), layers.size() - 1);
    Keyboard keyboard;
    // Whoever hears the letters one after another looks for them where they are in the alphabet.
    const auto order = of.visit.hearing.listening ? content::Order::alphabet : content::Order::usual;
    for (const auto& row : content::rows_of(letters, shown, order)) {
        keyboard.rows.push_back(row_of(letters, row, "key."));
    }
    if (shown == 0) add_other_letters(letters, order, keyboard);
    keyboard.shift = {.id = "key.shift",
                      .icon = Icon::shift,
                      .event = visit::SwitchCase{},
                      .chosen = of.entry().capital,
                      .enabled = content::has_capitals(layers[shown], of.library.language(of.visit.language)),
                      .aloud = of.text(texts::spoken_capitals)};
    // A key to each layer, the one that is shown among them, so that none is more than a touch away and each keeps its
    // place.
    for (std::size_t at = 0; at < layers.size(); ++at) {
        keyboard.layers.push_back({.id = {"key.layer.", static_cast<int>(at)},
                                   .label = LayerLabel{static_cast<std::uint8_t>(at)},
                                   .event = visit::SwitchLayer{static_cast<int>(at)},
                                   .chosen = at == shown});
    }
    keyboard.space = {.id = "key.space", .label = of.text(texts::button_space), .event = visit::Type{U' '}};
    keyboard.backspace = backspace(of, "key.backspace", texts::spoken_erase);
    return keyboard;
}

// # is for an extension.
Pad pad_with(const Describer& of, PadSigns signs) {
    const bool phone = signs == PadSigns::phone;
    Pad pad;
    for (const char sign : std::string_view(phone ? "1234567890+-#" : "1234567890")) {
        pad.keys.push_back({.id = {"pad.", std::string_view(&sign, 1)},
                            .label = Sign{sign},
                            .event = visit::Type{static_cast<char32_t>(sign)}});
    }
    if (phone)
        pad.space = Control{.id = "pad.space", .label = of.text(texts::button_space), .event = visit::Type{U' '}};
    pad.backspace = backspace(of, "pad.backspace", texts::spoken_erase_digit);
    return pad;
}

Pad pad_of(const Asked& of) {
    return pad_with(of, of.question().kind == content::AnswerKind::number ? PadSigns::digits : PadSigns::phone);
}

}  // namespace pocketplan::view
