#include <vector>

#include "kiosk/screens/scene.h"

namespace pocketplan::screens {

// Own names in own scripts, and under each the words for "choose your language"; no flags.
void draw_language(Scene& scene) {
    auto& ui = scene.ui;
    ui::Rect body = page_of(scene);
    const double side = ui.mm(22);
    const ui::Rect top = body.take_top(side, ui.mm(gap * 3));
    ui.icon({top.x + (top.width - side) / 2, top.y, side, side}, "globe", ui.colours().accent);
    std::vector<Choice> cards;
    for (std::size_t at = 0; at < scene.library.languages.size(); ++at) {
        const auto index = static_cast<content::LanguageIndex>(at);
        const auto& language = scene.library.language(index);
        ui::Button look{.label = language.own_name,
                        .type = {.capital = 1.3, .weight = typeset::Weight::bold, .align = typeset::Align::centre},
                        .note = scene.library.text(index, "language.choose")};
        cards.push_back({ui::Id("language.", language.tag), look, visit::ChooseLanguage{index}});
    }
    draw_choices(scene, body, cards);
}

}  // namespace pocketplan::screens
