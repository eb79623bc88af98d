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
constexpr ui::Type key_type{.capital = 0.9, .align = typeset::Align::centre, .line_height = 1.1, .most_capital = 5};

// A mark that is typed after its letter (Combining Diacritical Marks); alone it is shown on a circle.
bool is_mark(char32_t point) {
    return point >= 0x300 && point <= 0x36F;
}

struct Utf8Key {
    std::array<char, 8> bytes{};
    std::size_t length = 0;
    explicit Utf8Key(char32_t point) { add(point); }
    void add(char32_t point) {
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
    const auto& language = scene.library.language(scene.visit.language).tag;
    const char32_t typed = scene.visit.entry.capital ? content::capital_of(point, language) : point;
    Utf8Key shown(is_mark(point) ? U'◌' : typed);
    if (is_mark(point)) shown.add(point);
    scene.button(ui::Id("key.", Utf8Key(point).view()), rect, {.label = shown.view(), .type = key_type},
                 visit::Type{typed});
}

// What the key to the next layer says: the first signs there.
ui::Id signs_of(const content::Keyboard::Row& row) {
    ui::Id signs("", "");
    for (std::size_t i = 0; i < std::min<std::size_t>(row.size(), 3); ++i) signs = ui::Id(signs, row[i]);
    return signs;
}

// Shift (for scripts that have capitals), the next layer, the space, and taking back.
void draw_lowest_row(Scene& scene, Rect row) {
    auto& ui = scene.ui;
    const double wide = ui.mm(24);
    const auto& layers = scene.library.keyboard(scene.visit.language).layers;
    const auto& next = layers[static_cast<std::size_t>(scene.visit.entry.layer + 1) % layers.size()];
    const auto& script = scene.library.language(scene.visit.language).script;
    const bool has_capitals = script == "Latn" || script == "Cyrl";
    const double between = ui.mm(key_gap);
    if (has_capitals) {
        Button look{.icon = "shift", .chosen = scene.visit.entry.capital, .type = key_type};
        scene.button("key.shift", row.take_start(wide, between), look, visit::SwitchCase{});
    }
    const bool home = &next == &layers.front();
    const ui::Id signs = signs_of(next.front());
    const Button layer{.label = home ? scene.text("button.letters") : std::string_view(signs), .type = bar_type};
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
        for (const auto& key : keys) draw_key(scene, row.take_start(width, between), content::first_code_point(key));
    }
    Rect lowest = body.take_top(ui.mm(key_size));
    const double widest = std::max(count * (width + between) - between, ui.mm(120));
    if (lowest.width > widest) lowest = lowest.inset((lowest.width - widest) / 2, 0);
    draw_lowest_row(scene, lowest);
}

// As on a telephone, with # for an extension; on a low screen in two rows.
void draw_pad(Scene& scene, Rect body) {
    auto& ui = scene.ui;
    static constexpr std::array<std::u32string_view, 4> telephone{U"123", U"456", U"789", U"+0-"};
    static constexpr std::array<std::u32string_view, 2> low{U"1234567", U"890+-#"};
    const bool tall = body.height >= ui.mm(4 * target + 3 * gap);
    const auto rows =
        tall ? std::span<const std::u32string_view>(telephone) : std::span<const std::u32string_view>(low);
    const double between = ui.mm(gap);
    const auto columns = static_cast<double>(rows.front().size() + 1);
    const double width = std::min(ui.mm(24), (body.width - (columns - 1) * between) / columns);
    Rect pad = body.inset((body.width - columns * width - (columns - 1) * between) / 2, 0);
    Rect side = pad.take_end(width, between);
    const auto draw = [&](const Rect& rect, char32_t key) {
        const Utf8Key label(key);
        scene.button(ui::Id("pad.", label.view()), rect, {.label = label.view(), .type = key_type}, visit::Type{key});
    };
    for (const auto& keys : rows) {
        Rect row = pad.take_top(ui.mm(target), between);
        for (const char32_t key : keys) draw(row.take_start(width, between), key);
    }
    scene.button("pad.backspace", side.take_top(ui.mm(target), between), {.icon = "backspace", .type = key_type},
                 visit::EraseCharacter{});
    scene.button("pad.space", side.take_top(ui.mm(target), between),
                 {.label = scene.text("button.space"), .type = bar_type}, visit::Type{U' '});
    if (tall) draw(side.take_top(ui.mm(target), between), U'#');
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
