#include "kiosk/screens/screens.h"

#include <algorithm>
#include <cstdlib>

#include "kiosk/screens/scene.h"

namespace pocketplan::screens {
namespace {

double capital_of(visit::TextSize size) {
    switch (size) {  // millimetres; VVSG 2.0, 7.1-G
        case visit::TextSize::small:
            return 4;
        case visit::TextSize::normal:
            return 5;
        case visit::TextSize::large:
            return 6.5;
        case visit::TextSize::huge:
            return 8.5;
    }
    std::abort();
}

ui::Theme theme_of(visit::Theme theme) {
    switch (theme) {
        case visit::Theme::calm:
            return ui::Theme::calm;
        case visit::Theme::white_on_black:
            return ui::Theme::white_on_black;
        case visit::Theme::black_on_white:
            return ui::Theme::black_on_white;
    }
    std::abort();
}

// A screen is at least so many of its capitals high: bar, title, and three rows of answers.
constexpr double capitals_high = 24;

void draw_screen(Scene& scene) {
    switch (scene.visit.screen) {
        case visit::Screen::not_ready:
            return draw_not_ready(scene);
        case visit::Screen::language:
            return draw_language(scene);
        case visit::Screen::promise:
            return draw_promise(scene);
        case visit::Screen::learn:
            return draw_learn(scene);
        case visit::Screen::topic:
            return draw_topic(scene);
        case visit::Screen::question:
            return draw_question(scene);
        case visit::Screen::review:
            return draw_review(scene);
        case visit::Screen::printing:
            return draw_printing(scene);
        case visit::Screen::in_hand:
            return draw_in_hand(scene);
        case visit::Screen::problem:
            return draw_problem(scene);
        case visit::Screen::copy:
            return draw_copy(scene);
        case visit::Screen::goodbye:
            return draw_goodbye(scene);
    }
    std::abort();
}

}  // namespace

ui::Look look_of(const visit::Visit& visit, const content::Library& library, const ui::Display& display) {
    const auto& language = library.language(visit.language);
    ui::Look look;
    look.theme = theme_of(visit.theme);
    look.capital =
        std::min(capital_of(visit.text_size), display.height / display.pixels_per_millimetre / capitals_high);
    look.language = language.tag;
    if (language.direction == content::Direction::right_to_left) look.direction = typeset::Direction::right_to_left;
    return look;
}

std::optional<visit::Event> draw(ui::Ui& ui, const visit::Visit& visit, const content::Library& library,
                                 const Machine& machine) {
    Scene scene{ui, visit, library, machine, std::nullopt};
    if (visit.overlay == visit::Overlay::none) {
        draw_screen(scene);
    } else {
        draw_overlay(scene);  // instead, so that nothing of the screen below can be read or touched
    }
    return scene.event;
}

}  // namespace pocketplan::screens
