#include "kiosk/ui/asked.h"

#include "kiosk/ui/fitting.h"

namespace pocketplan::ui {

void put_asked(Presenter& on, Rect& body) {
    auto& ui = on.ui;
    body.take_top(body.height * on.view.room_above);
    const Type large{.capital = 1.4,
                     .weight = typeset::Weight::bold,
                     .align = typeset::Align::centre,
                     .line_height = 1.3,
                     .most_capital = 10};
    const Type line{.align = typeset::Align::centre, .line_height = 1.35, .most_capital = 7};
    const auto title = on.say(on.view.title);
    const auto below = on.say(on.view.below);
    // In two languages it may fill the screen; but it is to be answered.
    constexpr double smallest = 0.3;
    const double room = body.height - room_after(on, nullptr) - ui.mm(gap * 4);
    const double scale = largest_scale(smallest, [&](double of) {
        return ui.text_height(words(title), resized(large, of), body.width) +
                   ui.text_height(words(below), resized(line, of), body.width) <=
               room;
    });
    const double top = body.y;
    on.put_text(body, words(title), resized(large, scale), ui.mm(gap));
    ui.title({body.x, top, body.width, body.y - top});
    on.put_text(body, words(below), resized(line, scale), ui.mm(gap * 3));
}

}  // namespace pocketplan::ui
