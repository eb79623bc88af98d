#include <algorithm>
#include <array>

#include "kiosk/ui/presenter.h"

namespace pocketplan::ui {
namespace {

constexpr double key_size = 12.7;  // millimetres, with gaps of 2.54 (VVSG 2.0, 7.2-I)
constexpr double key_gap = 2.54;
constexpr double widest_key = 20;
constexpr double layer_width = 18;
constexpr Type key_type{.capital = 0.9, .align = typeset::Align::centre, .line_height = 1.1, .most_capital = 5};

using Row = std::span<const view::Control>;

// A row that is too long for a narrow screen goes on in another.
std::vector<Row> rows_that_fit(const Ui& ui, const view::Keyboard& keyboard, double width) {
    const auto most = static_cast<std::size_t>((width + ui.mm(key_gap)) / ui.mm(key_size + key_gap));
    std::vector<Row> rows;
    for (const auto& row : keyboard.rows) {
        const Row keys(row);
        const std::size_t parts = (keys.size() + most - 1) / most;
        const std::size_t a_part = (keys.size() + parts - 1) / parts;
        for (std::size_t at = 0; at < keys.size(); at += a_part) {
            rows.push_back(keys.subspan(at, std::min(a_part, keys.size() - at)));
        }
    }
    return rows;
}

// A key's label in one line; smaller where several letters are on it.
void put_on_one_line(Presenter& on, const view::Control& control, const Rect& rect, const Type& type) {
    constexpr double inside = 0.84;  // what a button leaves of a narrow key
    const auto face = on.face(control, type);
    Button look = face.button;
    look.type.least_capital = 3;
    while (look.type.capital > 0.3 && on.ui.text_width(look.label, look.type) > rect.width * inside) {
        look.type.capital *= 0.92;
    }
    on.put(control, rect, look);
}

// Shift, the layers, the space, and taking back.
void put_lowest_row(Presenter& on, Rect row, const view::Keyboard& keyboard) {
    const double wide = on.ui.mm(20);
    const double between = on.ui.mm(key_gap);
    on.put(keyboard.shift, row.take_start(wide, between), key_type);
    for (const auto& layer : keyboard.layers) {
        put_on_one_line(on, layer, row.take_start(on.ui.mm(layer_width), between), bar_type);
    }
    on.put(keyboard.backspace, row.take_end(wide, between), key_type);
    on.put(keyboard.space, row, bar_type);
}

void put_letters(Presenter& on, Rect body, const view::Keyboard& keyboard) {
    auto& ui = on.ui;
    const double between = ui.mm(key_gap);
    const auto rows = rows_that_fit(ui, keyboard, body.width);
    std::size_t longest = 1;
    for (const auto& row : rows) longest = std::max(longest, row.size());
    const double count = static_cast<double>(longest);
    const double width = std::min((body.width + between) / count - between, ui.mm(widest_key));
    for (const auto& row : rows) {
        const double row_width = static_cast<double>(row.size()) * (width + between) - between;
        Rect place = body.take_top(ui.mm(key_size), between);
        place = {place.x + (place.width - row_width) / 2, place.y, row_width, place.height};
        for (const auto& key : row) put_on_one_line(on, key, place.take_start(width, between), key_type);
    }
    Rect lowest = body.take_top(ui.mm(key_size));
    const double widest = std::max(count * (width + between) - between, ui.mm(150));
    if (lowest.width > widest) lowest = lowest.inset((lowest.width - widest) / 2, 0);
    put_lowest_row(on, lowest, keyboard);
}

// Where the keys of a pad stand, a blank where there is none.
struct Places {
    std::array<std::string_view, 4> tall;
    std::array<std::string_view, 2> low;
};
constexpr Places phone_places{{"123", "456", "789", "+0-"}, {"1234567", "890+-#"}};
constexpr Places number_places{{"123", "456", "789", " 0 "}, {"12345", "67890"}};

const view::Control* key_for(const view::Pad& pad, char sign) {
    const auto found = std::find_if(pad.keys.begin(), pad.keys.end(), [&](const view::Control& key) {
        return std::get<view::Sign>(key.label).sign == sign;
    });
    return found == pad.keys.end() ? nullptr : &*found;
}

// As on a telephone, with # for an extension; on a low screen in two rows.
void put_pad_keys(Presenter& on, const Rect& body, const view::Pad& pad) {
    auto& ui = on.ui;
    const Places& places = pad.space ? phone_places : number_places;
    const bool tall = body.height >= pad_height(ui);
    const auto rows = tall ? std::span<const std::string_view>(places.tall) : std::span(places.low);
    const double between = ui.mm(gap);
    const auto columns = static_cast<double>(rows.front().size() + 1);
    const double width = std::min(ui.mm(24), (body.width - (columns - 1) * between) / columns);
    Rect keys = body.inset((body.width - columns * width - (columns - 1) * between) / 2, 0);
    Rect side = keys.take_end(width, between);
    for (const auto& signs : rows) {
        Rect row = keys.take_top(ui.mm(target), between);
        for (const char sign : signs) {
            const Rect place = row.take_start(width, between);
            if (const auto* const key = key_for(pad, sign)) on.put(*key, place, key_type);
        }
    }
    on.put(pad.backspace, side.take_top(ui.mm(target), between), key_type);
    if (!pad.space) return;
    on.put(*pad.space, side.take_top(ui.mm(target), between), bar_type);
    if (tall) on.put(*key_for(pad, '#'), side.take_top(ui.mm(target), between), key_type);
}

}  // namespace

double keyboard_height(const Ui& ui, const view::Keyboard& keyboard, double width) {
    const auto rows = static_cast<double>(rows_that_fit(ui, keyboard, width).size());
    return ui.mm((rows + 1) * key_size + rows * key_gap);
}

double pad_height(const Ui& ui) {
    return ui.mm(4 * target + 3 * gap);
}

void put_keyboard(Presenter& on, const Rect& body, const view::Keyboard& keyboard) {
    on.ui.unmirrored([&] { put_letters(on, body, keyboard); });
}

void put_pad(Presenter& on, const Rect& body, const view::Pad& pad) {
    on.ui.unmirrored([&] { put_pad_keys(on, body, pad); });
}

}  // namespace pocketplan::ui
