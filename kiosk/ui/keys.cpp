#include "kiosk/ui/keys.h"

#include <algorithm>
#include <array>

#include "kiosk/ui/fitting.h"

namespace pocketplan::ui {
namespace {

// Millimetres.
constexpr double least_key = 12.7;  // with gaps of 2.54 (VVSG 2.0, 7.2-I)
constexpr double most_key = 17;     // more, and hands travel for nothing
constexpr double very_large_key = 16;
constexpr double key_gap = 2.54;
constexpr double between_scripts = 9;
constexpr double layer_width = 18;
constexpr double very_large_layer = 28;
constexpr double very_large_foot = 200;
constexpr double very_large_space = 40;  // of a pad
constexpr double side_width = 20;        // of shift and of what takes back
constexpr double narrowest_foot = 150;
constexpr double most_pad_key = 24;
constexpr double most_pad_key_height = 18;
constexpr Type key_type{.capital = 0.9, .align = typeset::Align::centre, .line_height = 1.1, .most_capital = 5.5};

using Row = std::span<const view::Control>;

// What lies where on a keyboard that may be so wide and so high.
class KeyPlan {
public:
    KeyPlan(const Ui& ui, const view::Keyboard& keyboard, double width, double height)
        : ui_(ui), keyboard_(keyboard), width_(width), rows_(rows_in(width, keyboard.rows)) {
        latin_ = !keyboard.latin.empty() && stand_beside(keyboard.latin);
        const bool accents = !keyboard.accents.empty() && keyboard.accents.size() <= most_in(width);
        const double with_accents = ui.mm(ui.look().very_large && is_roomy(ui) ? very_large_key : least_key);
        accents_ = accents && height_of(row_count() + 1, with_accents) <= height + 1;
        const double shared = (height + between()) / static_cast<double>(row_count()) - between();
        key_height_ = std::clamp(shared, ui.mm(least_key), ui.mm(most_key));
    }

    [[nodiscard]] double between() const { return ui_.mm(key_gap); }
    [[nodiscard]] double key_height() const { return key_height_; }
    [[nodiscard]] double height() const { return height_with(key_height_); }
    [[nodiscard]] double height_with(double key_height) const { return height_of(row_count(), key_height); }
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] bool has_accents() const { return accents_; }
    [[nodiscard]] bool has_latin() const { return latin_; }

    // Of each key in a row of so many.
    [[nodiscard]] double key_width(std::size_t keys) const {
        const double scripts = latin_ ? ui_.mm(between_scripts) - between() : 0;
        const double shared = (width_ - scripts + between()) / static_cast<double>(keys) - between();
        return std::min(shared, ui_.mm(most_key));
    }
    // Of keys that wide, side by side.
    [[nodiscard]] double row_width(std::size_t keys, double key_width) const {
        return static_cast<double>(keys) * (key_width + between()) - between();
    }
    [[nodiscard]] std::size_t longest() const { return longest_of(rows_); }
    [[nodiscard]] std::size_t longest_latin() const { return latin_ ? longest_of(keyboard_.latin) : 0; }

private:
    template <class Rows>
    static std::size_t longest_of(const Rows& rows) {
        std::size_t longest = 1;
        for (const auto& row : rows) longest = std::max(longest, row.size());
        return longest;
    }
    [[nodiscard]] std::size_t most_in(double width) const {
        return static_cast<std::size_t>((width + between()) / (ui_.mm(least_key) + between()));
    }
    // A row that is too long for a narrow screen goes on in another.
    [[nodiscard]] std::vector<Row> rows_in(double width, const view::List<view::List<view::Control>>& all) const {
        const std::size_t most = most_in(width);
        std::vector<Row> rows;
        for (const auto& row : all) {
            const Row keys(row);
            const std::size_t parts = (keys.size() + most - 1) / most;
            const std::size_t a_part = (keys.size() + parts - 1) / parts;
            for (std::size_t at = 0; at < keys.size(); at += a_part) {
                rows.push_back(keys.subspan(at, std::min(a_part, keys.size() - at)));
            }
        }
        return rows;
    }
    [[nodiscard]] bool stand_beside(const view::List<view::List<view::Control>>& latin) const {
        const auto keys = longest_of(rows_) + longest_of(latin);
        return row_width(keys, ui_.mm(least_key)) + ui_.mm(between_scripts) <= width_ && latin.size() <= rows_.size();
    }
    // With the lowest row.
    [[nodiscard]] std::size_t row_count() const { return rows_.size() + 1 + (accents_ ? 1 : 0); }
    [[nodiscard]] double height_of(std::size_t rows, double key_height) const {
        return static_cast<double>(rows) * (key_height + between()) - between();
    }

    const Ui& ui_;
    const view::Keyboard& keyboard_;
    double width_;
    std::vector<Row> rows_;
    bool latin_ = false;
    bool accents_ = false;
    double key_height_ = 0;
};

constexpr double inside_key = 0.84;    // what a button leaves of a narrow key
constexpr double inside_layer = 0.72;  // and beside its tick
constexpr double whole_line = 1.3;     // of a line's size: what hangs below its letters, and as much above

// A key's label in one line; smaller where several letters are on it. A very large letter nearly fills its key.
void put_on_one_line(Presenter& on, const view::Control& control, const Rect& rect, const Type& usual,
                     double inside = inside_key) {
    constexpr double line_height = 0.9;
    const auto& ui = on.ui;
    Type type = grown(ui, usual);
    if (ui.look().very_large) type.line_height = line_height;
    const auto face = on.face(control, type);
    Button look = face.button;
    look.type.least_capital = 3;
    const auto fits = [&] {
        Type whole = look.type;
        whole.line_height = std::max(whole.line_height, whole_line);
        return ui.text_width(look.label, look.type) <= rect.width * inside &&
               ui.text_height(look.label, whole, rect.width) <= rect.height - ui.mm(0.5);
    };
    while (look.type.capital > 0.3 && !fits()) look.type.capital *= ui.look().very_large ? 0.98 : 0.92;
    on.put(control, rect, look);
}

// Shift, the layers, the space, and taking back.
void put_lowest_row(Presenter& on, Rect row, const view::Keyboard& keyboard, const KeyPlan& plan) {
    const double wide = on.ui.mm(side_width);
    auto shift = keyboard.shift;
    shift.enabled = shift.enabled || plan.has_latin();
    shift.chosen = shift.chosen && shift.enabled;
    on.put(shift, row.take_start(wide, plan.between()), key_type);
    const bool very_large = on.ui.look().very_large;
    const double layer_key = on.ui.mm(very_large ? very_large_layer : layer_width);
    for (const auto& layer : keyboard.layers) {
        put_on_one_line(on, layer, row.take_start(layer_key, plan.between()), bar_type,
                        very_large ? inside_layer : inside_key);
    }
    on.put(keyboard.backspace, row.take_end(wide, plan.between()), key_type);
    put_on_one_line(on, keyboard.space, row, bar_type);
}

// In the middle of `place`.
void put_keys(Presenter& on, const Rect& place, Row keys, double key_width, const KeyPlan& plan) {
    const double width = plan.row_width(keys.size(), key_width);
    Rect row{place.x + (place.width - width) / 2, place.y, width, place.height};
    for (const auto& key : keys) put_on_one_line(on, key, row.take_start(key_width, plan.between()), key_type);
}

void put_letters(Presenter& on, Rect body, const view::Keyboard& keyboard) {
    const auto& ui = on.ui;
    const KeyPlan plan(ui, keyboard, body.width, body.height);
    const double width = plan.key_width(plan.longest() + plan.longest_latin());
    const double own_width = plan.row_width(plan.longest(), width);
    const double latin_width = plan.has_latin() ? plan.row_width(plan.longest_latin(), width) : 0;
    const double both = own_width + (plan.has_latin() ? ui.mm(between_scripts) + latin_width : 0);
    if (plan.has_accents()) {
        const Row accents(keyboard.accents);
        put_keys(on, body.take_top(plan.key_height(), plan.between()), accents,
                 std::min(width, plan.key_width(accents.size())), plan);
    }
    for (std::size_t at = 0; at < plan.rows().size(); ++at) {
        const Rect place = body.take_top(plan.key_height(), plan.between());
        Rect keys{place.x + (place.width - both) / 2, place.y, both, place.height};
        put_keys(on, keys.take_start(own_width, ui.mm(between_scripts)), plan.rows()[at], width, plan);
        if (plan.has_latin() && at < keyboard.latin.size()) put_keys(on, keys, Row(keyboard.latin[at]), width, plan);
    }
    Rect lowest = body.take_top(plan.key_height());
    const double widest = std::max(both, ui.mm(ui.look().very_large ? very_large_foot : narrowest_foot));
    if (lowest.width > widest) lowest = lowest.inset((lowest.width - widest) / 2, 0);
    put_lowest_row(on, lowest, keyboard, plan);
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

constexpr int tall_rows = 4;
constexpr int low_rows = 2;

double height_of_rows(const Ui& ui, int rows, double key) {
    return rows * key + (rows - 1) * ui.mm(gap);
}

bool is_tall(const Ui& ui, double room) {
    return height_of_rows(ui, tall_rows, ui.mm(target)) <= room + 1;
}

double key_height_of(const Ui& ui, double room) {
    return std::clamp((room + ui.mm(gap)) / tall_rows - ui.mm(gap), ui.mm(target), ui.mm(most_pad_key_height));
}

// As on a telephone, with # for an extension; on a low screen in two rows.
void put_pad_keys(Presenter& on, const Rect& body, const view::Pad& pad) {
    auto& ui = on.ui;
    const Places& places = pad.space ? phone_places : number_places;
    const bool tall = is_tall(ui, body.height);
    const auto rows = tall ? std::span<const std::string_view>(places.tall) : std::span(places.low);
    const double between = ui.mm(gap);
    const auto columns = static_cast<double>(rows.front().size() + 1);
    const double more = pad.space && ui.look().very_large ? ui.mm(very_large_space - most_pad_key) : 0;
    const double width = std::min(ui.mm(most_pad_key), (body.width - more - (columns - 1) * between) / columns);
    const double height = tall ? key_height_of(ui, body.height) : ui.mm(target);
    Rect keys = body.inset((body.width - more - columns * width - (columns - 1) * between) / 2, 0);
    Rect side = keys.take_end(width + more, between);
    for (const auto& signs : rows) {
        Rect row = keys.take_top(height, between);
        for (const char sign : signs) {
            const Rect place = row.take_start(width, between);
            if (const auto* const key = key_for(pad, sign)) put_on_one_line(on, *key, place, key_type);
        }
    }
    on.put(pad.backspace, side.take_top(height, between), key_type);
    if (!pad.space) return;
    put_on_one_line(on, *pad.space, side.take_top(height, between), bar_type);
    if (tall) put_on_one_line(on, *key_for(pad, '#'), side.take_top(height, between), key_type);
}

}  // namespace

double least_keyboard_height(const Ui& ui, const view::Keyboard& keyboard, double width) {
    return KeyPlan(ui, keyboard, width, 0).height();
}

double very_large_keyboard_height(const Ui& ui, const view::Keyboard& keyboard, double width) {
    return KeyPlan(ui, keyboard, width, 0).height_with(ui.mm(very_large_key));
}

double keyboard_height(const Ui& ui, const view::Keyboard& keyboard, double width, double room) {
    return KeyPlan(ui, keyboard, width, room).height();
}

double least_pad_height(const Ui& ui) {
    return height_of_rows(ui, low_rows, ui.mm(target));
}

double pad_height(const Ui& ui, double room) {
    return is_tall(ui, room) ? height_of_rows(ui, tall_rows, key_height_of(ui, room)) : least_pad_height(ui);
}

void put_keyboard(Presenter& on, const Rect& body, const view::Keyboard& keyboard) {
    on.ui.unmirrored([&] { put_letters(on, body, keyboard); });
}

void put_pad(Presenter& on, const Rect& body, const view::Pad& pad) {
    on.ui.unmirrored([&] { put_pad_keys(on, body, pad); });
}

}  // namespace pocketplan::ui
