#include "kiosk/ui/fitting.h"

namespace pocketplan::ui {

bool breaks_a_word(const Presenter& on, const Words& text, const Type& type, double width) {
    // A button's words begin this far from its edge.
    return on.ui.breaks_a_word({.label = text, .type = type}, width + 2 * on.ui.mm(button_padding));
}

Type fitted(const Presenter& on, const Words& text, Type type, double width, double height) {
    const auto fits = [&] {
        return on.ui.text_height(text, type, width) <= height && !breaks_a_word(on, text, type, width);
    };
    while (type.capital > 0.3 && !fits()) type.capital *= 0.94;
    return type;
}

void put_line(Presenter& on, const Rect& rect, const Words& text, const Type& type) {
    on.ui.text(rect, text, fitted(on, text, type, rect.width, rect.height), Ui::Place::middle);
}

void put_line(Presenter& on, const Rect& rect, const view::Said& said, const Type& type) {
    const auto words = on.say(said);
    put_line(on, rect, ui::words(words), type);
}

Type resized(Type type, double scale) {
    type.capital *= scale;
    type.most_capital *= scale;
    return type;
}

}  // namespace pocketplan::ui
