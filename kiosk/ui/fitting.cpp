#include "kiosk/ui/fitting.h"

#include <algorithm>
#include <variant>

namespace pocketplan::ui {
namespace {

// Millimetres, of parts that cannot make way.
class LeastRoom {
public:
    double operator()(const view::Setting& setting) const {
        constexpr double label = 8;
        return (view::is_nothing(setting.title) ? 0 : label) + target + 1 + gap;
    }
    double operator()(const view::Cards& cards) const {
        constexpr double two_lines = 6;  // of words, more than a target
        constexpr int most_rows = 2;     // beyond these are pages
        const int rows = (static_cast<int>(cards.controls.size()) + cards.columns - 1) / cards.columns;
        return std::min(rows, most_rows) * (target + two_lines + gap);
    }
    double operator()(const view::CardOutline&) const { return 15; }
    template <class Other>
    double operator()(const Other&) const {
        return 0;
    }
};

}  // namespace

double room_after(const Presenter& on, const void* part) {
    double room = 0;
    bool after = part == nullptr;
    for (const auto& one : on.view.parts) {
        if (after) room += std::visit(LeastRoom(), one);
        after = after || std::visit([&](const auto& held) { return part == &held; }, one);
    }
    return on.ui.mm(room);
}

bool breaks_a_word(const Presenter& on, const Words& text, const Type& type, double width) {
    // A button's words begin this far from its edge.
    return on.ui.breaks_a_word({.label = text, .type = type}, width + 2 * on.ui.mm(button_padding));
}

bool fits(const Presenter& on, const Words& text, const Type& type, double width, double height) {
    return on.ui.text_height(text, type, width) <= height && !breaks_a_word(on, text, type, width);
}

Type fitted(const Presenter& on, const Words& text, Type type, double width, double height) {
    while (type.capital > 0.3 && !fits(on, text, type, width, height)) type.capital *= 0.94;
    return type;
}

// Where there is no room for a second line it stands beside the first, or else the visitor's stands alone.
void put_line(Presenter& on, const Rect& rect, const Words& text, const Type& type) {
    const auto type_of = [&](const Words& words) { return fitted(on, words, type, rect.width, rect.height); };
    const auto has_room = [&](const Words& words) {
        return fits(on, words, type_of(words), rect.width, rect.height + 1);
    };
    const auto put = [&](const Words& words) { on.ui.text(rect, words, type_of(words), Ui::Place::middle); };
    if (text.second.empty() || has_room(text)) return put(text);
    constexpr std::string_view between = " · ";
    content::PhraseText row(text.text.begin(), text.text.end());
    row.insert(row.end(), between.begin(), between.end());
    const auto second = content::isolated(text.second);
    row.insert(row.end(), second.begin(), second.end());
    const Words both(content::view(row));
    put(has_room(both) ? both : Words(text.text));
}

void put_line(Presenter& on, const Rect& rect, const view::Said& said, const Type& type) {
    const auto words = on.say(said);
    put_line(on, rect, ui::words(words), type);
}

Type grown(const Ui& ui, Type usual) {
    if (!ui.look().very_large) return usual;
    usual.most_capital = std::max(usual.most_capital, capital_of(visit::TextSize::huge));
    usual.capital = std::min(std::max(usual.capital, 1.0), usual.most_capital / ui.look().capital);
    usual.line_height = std::min(usual.line_height, 1.1);
    return usual;
}

Type resized(Type type, double scale) {
    type.capital *= scale;
    type.most_capital *= scale;
    return type;
}

}  // namespace pocketplan::ui
