#include <array>

#include "kiosk/screens/scene.h"

namespace pocketplan::screens {
namespace {

void draw_line(Scene& scene, ui::Rect& body, std::string_view icon, std::string_view text) {
    auto& ui = scene.ui;
    const double side = ui.mm(9);
    const ui::Type type{.line_height = 1.3, .most_capital = 6.5};
    const double height = std::max(ui.text_height(text, type, body.width - side - ui.mm(gap)), side);
    ui::Rect row = body.take_top(height, ui.mm(2));
    const ui::Rect start = row.take_start(side, ui.mm(gap));
    ui.icon({start.x, start.y + (height - side) / 2, side, side}, icon, ui.colours().accent);
    ui.text(row, text, type, ui::Ui::Place::middle);
}

// That nobody reviewed the words the visitor reads, in their language and in English.
void draw_unreviewed(Scene& scene, ui::Rect& body) {
    auto& ui = scene.ui;
    if (scene.library.language(scene.visit.language).review != content::Review::unreviewed) return;
    const ui::Type type{.capital = 0.7, .line_height = 1.25, .least_capital = 3, .most_capital = 4.5};
    for (const auto language : {scene.visit.language, content::LanguageIndex{}}) {
        const auto text = scene.library.text(language, "paper.unreviewed");
        ui.text(body.take_top(ui.text_height(text, type, body.width)), text, type);
    }
}

}  // namespace

void draw_promise(Scene& scene) {
    auto& ui = scene.ui;
    auto body = draw_frame(scene, Backward::yes, std::nullopt);
    draw_title(scene, body, scene.text("promise.title"));
    if (scene.visit.printer != status::Trouble::none) {
        draw_notice(scene, body, scene.text(status::text_id(scene.visit.printer)));
    }
    draw_line(scene, body, "eye", scene.text("promise.look"));
    draw_line(scene, body, "skip", scene.text("promise.skip"));
    draw_line(scene, body, "erase", scene.text("promise.forget"));
    draw_unreviewed(scene, body);
    body.take_top(ui.mm(2));
    const std::array cards{
        Choice{ui::Id("promise.make", ""),
               {.label = scene.text("promise.make"), .icon = "pen", .emphasis = ui::Emphasis::strong},
               visit::MakePlan{}},
        Choice{ui::Id("promise.blank", ""),
               {.label = scene.text("promise.blank"), .icon = "print"},
               visit::MakeBlankPlan{}},
        Choice{
            ui::Id("promise.learn", ""), {.label = scene.text("promise.learn"), .icon = "learn"}, visit::OpenLearn{}}};
    draw_choices(scene, body, cards, {.most_columns = ui.display().portrait() ? 1 : 3});
}

}  // namespace pocketplan::screens
