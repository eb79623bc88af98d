#include "content/keyboard.h"

#include <algorithm>

#include "kiosk/view/describer.h"

// What is typed with, and into.
namespace pocketplan::view {

Field field_of(const Describer& of, Id id, Said label, visit::EntryField field) {
    const auto& entry = of.visit.entry;
    const bool phone = field == visit::EntryField::phone;
    return {.id = id,
            .label = label,
            .field = field,
            .empty = phone ? entry.phone.empty() : entry.words.empty(),
            .focused = entry.field == field,
            .number = phone || of.question().kind == content::AnswerKind::number};
}

Keyboard keyboard_of(const Describer& of) {
    const auto& layers = of.library.keyboard(of.visit.language).layers;
    const auto shown = std::min(static_cast<std::size_t>(of.visit.entry.layer), layers.size() - 1);
    const auto layer = static_cast<std::uint8_t>(shown);
    Keyboard keyboard;
    for (std::size_t row = 0; row < layers[shown].size(); ++row) {
        auto& keys = keyboard.rows.emplace_back();
        for (std::size_t key = 0; key < layers[shown][row].size(); ++key) {
            const auto across = static_cast<std::uint8_t>(key);
            const auto down = static_cast<std::uint8_t>(row);
            keys.push_back({.id = {"key.", layers[shown][row][key]},
                            .label = KeyLabel{layer, down, across},
                            .event = visit::PressKey{layer, down, across}});
        }
    }
    const bool cased = content::has_capitals(layers[shown], of.library.language(of.visit.language));
    keyboard.shift = {.id = "key.shift",
                      .icon = Icon::shift,
                      .event = visit::SwitchCase{},
                      .chosen = cased && of.visit.entry.capital,
                      .enabled = cased};
    // A key to each layer, the one that is shown among them, so that none is more than a touch away and each keeps its
    // place.
    for (std::size_t at = 0; at < layers.size(); ++at) {
        keyboard.layers.push_back({.id = {"key.layer.", static_cast<int>(at)},
                                   .label = LayerLabel{static_cast<std::uint8_t>(at)},
                                   .event = visit::SwitchLayer{static_cast<int>(at)},
                                   .chosen = at == shown});
    }
    keyboard.space = {.id = "key.space", .label = of.text(texts::button_space), .event = visit::Type{U' '}};
    keyboard.backspace = {.id = "key.backspace", .icon = Icon::backspace, .event = visit::EraseCharacter{}};
    return keyboard;
}

// With all that a phone number may have, # for an extension among it, or digits alone.
Pad pad_of(const Describer& of) {
    const bool phone = of.question().kind != content::AnswerKind::number;
    Pad pad;
    for (const char sign : std::string_view(phone ? "1234567890+-#" : "1234567890")) {
        pad.keys.push_back({.id = {"pad.", std::string_view(&sign, 1)},
                            .label = Sign{sign},
                            .event = visit::Type{static_cast<char32_t>(sign)}});
    }
    if (phone)
        pad.space = Control{.id = "pad.space", .label = of.text(texts::button_space), .event = visit::Type{U' '}};
    pad.backspace = {.id = "pad.backspace", .icon = Icon::backspace, .event = visit::EraseCharacter{}};
    return pad;
}

}  // namespace pocketplan::view
