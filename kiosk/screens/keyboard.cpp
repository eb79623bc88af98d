#include "content/keyboard.h"

#include <algorithm>
#include <array>
#include <vector>

#include "content/letters.h"
#include "kiosk/screens/scene.h"

namespace pocketplan::screens {
namespace {

using ui::Button;
using ui::Rect;

constexpr double key_size = 12.7;  // millimetres, with gaps of 2.54 (VVSG 2.0, 7.2-I)
constexpr double key_gap = 2.54;
constexpr double widest_key = 20;
constexpr double layer_width = 18;
constexpr ui::Type key_type{.capital = 0.9, .align = typeset::Align::centre, .line_height = 1.1, .most_capital = 5};

// Part of a row of the keyboard, drawn as a row of its own.
struct Row {
    std::uint8_t row = 0;    // of the layer
    std::uint8_t first = 0;  // the key it begins with
    std::span<const content::Keyboard::Row::value_type> keys;
};

const content::Keyboard& keyboard_of(const Scene& scene) {
    return scene.library.keyboard(scene.visit.language);
}

std::size_t layer_of(const Scene& scene) {
    return std::min(static_cast<std::size_t>(scene.visit.entry.layer), keyboard_of(scene).layers.size() - 1);
}

// A row that is too long for a narrow screen goes on in another.
std::vector<Row> rows_that_fit(const Scene& scene, double width) {
    const double step = scene.ui.mm(key_size + key_gap);
    const auto most = static_cast<std::size_t>((width + scene.ui.mm(key_gap)) / step);
    const auto& layer = keyboard_of(scene).layers[layer_of(scene)];
    std::vector<Row> rows;
    for (std::size_t row = 0; row < layer.size(); ++row) {
        const std::span keys(layer[row]);
        const std::size_t parts = (keys.size() + most - 1) / most;
        const std::size_t a_part = (keys.size() + parts - 1) / parts;
        for (std::size_t at = 0; at < keys.size(); at += a_part) {
            rows.push_back({static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(at),
                            keys.subspan(at, std::min(a_part, keys.size() - at))});
        }
    }
    return rows;
}

// A mark is typed after its letter; alone it is shown on a circle, an Arabic one on the stroke that joins letters, for
// the circle comes from another font and stays beside it.
content::Words shown_on(std::string_view key, content::Case letters, const content::Language& language) {
    content::Words typed = content::typed_by(key, letters, language);
    const char32_t first = content::first_code_point(key);
    if (!content::is_mark(first)) return typed;
    const bool arabic = first >= 0x600 && first <= 0x6FF;
    content::Words shown(arabic ? "ـ" : "◌");
    shown.append(typed.view());
    return shown;
}

// A key's label in one line; smaller where several letters are on it.
Button on_one_line(const Scene& scene, Button look, double width) {
    constexpr double inside = 0.84;  // what a button leaves of a narrow key
    look.type.least_capital = 3;
    while (look.type.capital > 0.3 && scene.ui.text_width(look.label, look.type) > width * inside) {
        look.type.capital *= 0.92;
    }
    return look;
}

void draw_key(Scene& scene, const Rect& rect, std::string_view key, const visit::PressKey& pressed) {
    const auto letters = scene.visit.entry.capital ? content::Case::capital : content::Case::small;
    const auto shown = shown_on(key, letters, scene.library.language(scene.visit.language));
    const auto look = on_one_line(scene, {.label = shown.view(), .type = key_type}, rect.width);
    scene.button(ui::Id("key.", key), rect, look, pressed);
}

// What the key to a layer says: the first signs there, some three letters of them.
content::Words signs_of(const content::Keyboard::Layer& layer) {
    const auto& row = layer.front();
    content::Words signs;
    for (std::size_t i = 0; i < row.size() && signs.length() < 3; ++i) signs.append(row[i]);
    return signs;
}

// A key to each layer, the one that is shown among them, so that none is more than a touch away and each keeps its
// place.
void draw_layers(Scene& scene, Rect& row) {
    const auto& layers = keyboard_of(scene).layers;
    for (std::size_t at = 0; at < layers.size(); ++at) {
        const auto signs = signs_of(layers[at]);
        Button look{.label = at == 0 ? scene.text("button.letters") : signs.view(), .type = bar_type};
        look.chosen = at == layer_of(scene);
        const int layer = static_cast<int>(at);
        const Rect place = row.take_start(scene.ui.mm(layer_width), scene.ui.mm(key_gap));
        scene.button(ui::Id("key.layer.", layer), place, on_one_line(scene, look, place.width),
                     visit::SwitchLayer{layer});
    }
}

// Shift, the layers, the space, and taking back.
void draw_lowest_row(Scene& scene, Rect row) {
    auto& ui = scene.ui;
    const double wide = ui.mm(20);
    const double between = ui.mm(key_gap);
    const auto& language = scene.library.language(scene.visit.language);
    const bool cased = content::has_capitals(keyboard_of(scene).layers[layer_of(scene)], language);
    const Button shift{
        .icon = "shift", .chosen = cased && scene.visit.entry.capital, .enabled = cased, .type = key_type};
    scene.button("key.shift", row.take_start(wide, between), shift, visit::SwitchCase{});
    draw_layers(scene, row);
    scene.button("key.backspace", row.take_end(wide, between), {.icon = "backspace", .type = key_type},
                 visit::EraseCharacter{});
    scene.button("key.space", row, {.label = scene.text("button.space"), .type = bar_type}, visit::Type{U' '});
}

void draw_letters(Scene& scene, Rect body) {
    auto& ui = scene.ui;
    const double between = ui.mm(key_gap);
    const auto rows = rows_that_fit(scene, body.width);
    std::size_t longest = 1;
    for (const auto& row : rows) longest = std::max(longest, row.keys.size());
    const double count = static_cast<double>(longest);
    const double width = std::min((body.width + between) / count - between, ui.mm(widest_key));
    for (const auto& row : rows) {
        const double row_width = static_cast<double>(row.keys.size()) * (width + between) - between;
        Rect place = body.take_top(ui.mm(key_size), between);
        place = {place.x + (place.width - row_width) / 2, place.y, row_width, place.height};
        visit::PressKey pressed{static_cast<std::uint8_t>(layer_of(scene)), row.row, row.first};
        for (const auto& key : row.keys) {
            draw_key(scene, place.take_start(width, between), key, pressed);
            ++pressed.key;
        }
    }
    Rect lowest = body.take_top(ui.mm(key_size));
    const double widest = std::max(count * (width + between) - between, ui.mm(150));
    if (lowest.width > widest) lowest = lowest.inset((lowest.width - widest) / 2, 0);
    draw_lowest_row(scene, lowest);
}

// The keys of a pad, a blank where there is none: with all that a phone number may have, or digits alone.
struct Pad {
    std::array<std::string_view, 4> tall;
    std::array<std::string_view, 2> low;
};
constexpr Pad phone_pad{{"123", "456", "789", "+0-"}, {"1234567", "890+-#"}};
constexpr Pad number_pad{{"123", "456", "789", " 0 "}, {"12345", "67890"}};

// As on a telephone, with # for an extension; on a low screen in two rows.
void draw_pad(Scene& scene, Rect body) {
    auto& ui = scene.ui;
    const bool phone = scene.library.question(*scene.visit.question).kind != content::AnswerKind::number;
    const Pad& keys_of = phone ? phone_pad : number_pad;
    const bool tall = body.height >= ui.mm(4 * target + 3 * gap);
    const auto rows = tall ? std::span<const std::string_view>(keys_of.tall) : std::span(keys_of.low);
    const double between = ui.mm(gap);
    const auto columns = static_cast<double>(rows.front().size() + 1);
    const double width = std::min(ui.mm(24), (body.width - (columns - 1) * between) / columns);
    Rect pad = body.inset((body.width - columns * width - (columns - 1) * between) / 2, 0);
    Rect side = pad.take_end(width, between);
    const auto draw = [&](const Rect& rect, const char& key) {
        const std::string_view label(&key, 1);
        scene.button(ui::Id("pad.", label), rect, {.label = label, .type = key_type},
                     visit::Type{static_cast<char32_t>(key)});
    };
    for (const auto& keys : rows) {
        Rect row = pad.take_top(ui.mm(target), between);
        for (const char& key : keys) {
            const Rect place = row.take_start(width, between);
            if (key != ' ') draw(place, key);
        }
    }
    scene.button("pad.backspace", side.take_top(ui.mm(target), between), {.icon = "backspace", .type = key_type},
                 visit::EraseCharacter{});
    if (!phone) return;
    scene.button("pad.space", side.take_top(ui.mm(target), between),
                 {.label = scene.text("button.space"), .type = bar_type}, visit::Type{U' '});
    if (tall) draw(side.take_top(ui.mm(target), between), '#');
}

}  // namespace

double keyboard_height(const Scene& scene, Keys keys, double width) {
    if (keys == Keys::digits) return scene.ui.mm(4 * target + 3 * gap);
    const auto rows = static_cast<double>(rows_that_fit(scene, width).size());
    return scene.ui.mm((rows + 1) * key_size + rows * key_gap);
}

void draw_keyboard(Scene& scene, const Rect& body, Keys keys) {
    // Keys lie where hands know them, whichever way the language is read.
    scene.ui.unmirrored([&] { keys == Keys::letters ? draw_letters(scene, body) : draw_pad(scene, body); });
}

}  // namespace pocketplan::screens
