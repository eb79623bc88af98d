#include <algorithm>
#include <array>
#include <vector>

#include "kiosk/screens/scene.h"

namespace pocketplan::screens {
namespace {

using ui::Button;
using ui::Rect;

constexpr double key_size = 12.7;  // millimetres, with gaps of 2.54 (VVSG 2.0, 7.2-I)
constexpr double key_gap = 2.54;
constexpr double widest_key = 20;
constexpr ui::Type key_type{.capital = 0.9, .align = typeset::Align::centre, .line_height = 1.1, .most_capital = 5};

char32_t code_point_of(std::string_view utf8) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
    if (utf8.size() == 1) return byte(0);
    if (utf8.size() == 2) return (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
    return (byte(0) & 0xFU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
}

// Capitals of the letters our keyboards have: ASCII, and Latin-1's, which lie 32 below (÷ is no letter).
char32_t capital_of(char32_t letter) {
    const bool small = (letter >= U'a' && letter <= U'z') || (letter >= U'à' && letter <= U'þ' && letter != U'÷');
    return small ? letter - 32 : letter;
}

struct Utf8Key {
    std::array<char, 4> bytes{};
    std::size_t length = 0;
    explicit Utf8Key(char32_t point) {
        if (point < 0x80) {
            bytes[length++] = static_cast<char>(point);
        } else if (point < 0x800) {
            bytes[length++] = static_cast<char>(0xC0U | point >> 6U);
            bytes[length++] = static_cast<char>(0x80U | (point & 0x3FU));
        } else {
            bytes[length++] = static_cast<char>(0xE0U | point >> 12U);
            bytes[length++] = static_cast<char>(0x80U | (point >> 6U & 0x3FU));
            bytes[length++] = static_cast<char>(0x80U | (point & 0x3FU));
        }
    }
    [[nodiscard]] std::string_view view() const { return {bytes.data(), length}; }
};

using Row = std::span<const content::Keyboard::Row::value_type>;
using Rows = std::vector<Row>;

// A row that is too long for a narrow screen goes on in another.
Rows rows_that_fit(const Scene& scene, double width) {
    const auto& layers = scene.library.keyboard(scene.visit.language).layers;
    const auto layer = std::min(static_cast<std::size_t>(scene.visit.entry.layer), layers.size() - 1);
    const double step = scene.ui.mm(key_size + key_gap);
    const auto most = static_cast<std::size_t>((width + scene.ui.mm(key_gap)) / step);
    Rows rows;
    for (const auto& keys : layers[layer]) {
        const std::size_t parts = (keys.size() + most - 1) / most;
        const std::size_t a_part = (keys.size() + parts - 1) / parts;
        for (std::size_t at = 0; at < keys.size(); at += a_part) {
            rows.push_back(Row(keys).subspan(at, std::min(a_part, keys.size() - at)));
        }
    }
    return rows;
}

void draw_key(Scene& scene, const Rect& rect, char32_t point) {
    const Utf8Key small(point);
    const Utf8Key shown(scene.visit.entry.capital ? capital_of(point) : point);
    scene.button(ui::Id("key.", small.view()), rect, {.label = shown.view(), .type = key_type},
                 visit::Type{scene.visit.entry.capital ? capital_of(point) : point});
}

// Shift (for scripts that have capitals), the other layer, the space, and taking back.
void draw_lowest_row(Scene& scene, Rect row) {
    auto& ui = scene.ui;
    const double wide = ui.mm(24);
    const bool other = scene.visit.entry.layer != 0;
    const bool has_capitals = scene.library.language(scene.visit.language).script == "Latn";
    const double between = ui.mm(key_gap);
    if (has_capitals) {
        Button look{.icon = "shift", .chosen = scene.visit.entry.capital, .type = key_type};
        scene.button("key.shift", row.take_start(wide, between), look, visit::SwitchCase{});
    }
    Button layer{.label = scene.text(other ? "button.letters" : "button.symbols"), .type = bar_type};
    scene.button("key.layer", row.take_start(wide, between), layer, visit::SwitchLayer{});
    scene.button("key.backspace", row.take_end(wide, between), {.icon = "backspace", .type = key_type},
                 visit::EraseCharacter{});
    scene.button("key.space", row, {.label = scene.text("button.space"), .type = bar_type}, visit::Type{U' '});
}

void draw_letters(Scene& scene, Rect body) {
    auto& ui = scene.ui;
    const double between = ui.mm(key_gap);
    const auto rows = rows_that_fit(scene, body.width);
    std::size_t longest = 1;
    for (const auto& row : rows) longest = std::max(longest, row.size());
    const double count = static_cast<double>(longest);
    const double width = std::min((body.width + between) / count - between, ui.mm(widest_key));
    for (const auto& keys : rows) {
        const double row_width = static_cast<double>(keys.size()) * (width + between) - between;
        Rect row = body.take_top(ui.mm(key_size), between);
        row = {row.x + (row.width - row_width) / 2, row.y, row_width, row.height};
        for (const auto& key : keys) draw_key(scene, row.take_start(width, between), code_point_of(key));
    }
    Rect lowest = body.take_top(ui.mm(key_size));
    const double widest = std::max(count * (width + between) - between, ui.mm(120));
    if (lowest.width > widest) lowest = lowest.inset((lowest.width - widest) / 2, 0);
    draw_lowest_row(scene, lowest);
}

// As on a telephone; on a low screen in two rows.
void draw_pad(Scene& scene, Rect body) {
    auto& ui = scene.ui;
    static constexpr std::array<std::u32string_view, 4> telephone{U"123", U"456", U"789", U"+0-"};
    static constexpr std::array<std::u32string_view, 2> low{U"123456", U"7890+-"};
    const bool tall = body.height >= ui.mm(4 * target + 3 * gap);
    const auto rows =
        tall ? std::span<const std::u32string_view>(telephone) : std::span<const std::u32string_view>(low);
    const double between = ui.mm(gap);
    const auto columns = static_cast<double>(rows.front().size() + 1);
    const double width = std::min(ui.mm(24), (body.width - (columns - 1) * between) / columns);
    Rect pad = body.inset((body.width - columns * width - (columns - 1) * between) / 2, 0);
    Rect side = pad.take_end(width, between);
    for (const auto& keys : rows) {
        Rect row = pad.take_top(ui.mm(target), between);
        for (const char32_t key : keys) {
            const Utf8Key label(key);
            scene.button(ui::Id("pad.", label.view()), row.take_start(width, between),
                         {.label = label.view(), .type = key_type}, visit::Type{key});
        }
    }
    scene.button("pad.backspace", side.take_top(ui.mm(target), between), {.icon = "backspace", .type = key_type},
                 visit::EraseCharacter{});
    scene.button("pad.space", side.take_top(ui.mm(target), between),
                 {.label = scene.text("button.space"), .type = bar_type}, visit::Type{U' '});
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
