#include <array>

#include "kiosk/screens/scene.h"

namespace pocketplan::screens {
namespace {

struct Line {
    std::string_view icon;
    std::string_view text_id;
};
constexpr std::array<Line, 3> lines{{{"eye", "promise.look"}, {"erase", "promise.forget"}, {"skip", "promise.skip"}}};
constexpr double icon_side = 9;         // millimetres
constexpr double lowest_for_all = 150;  // millimetres of screen

double line_height(const Scene& scene, const ui::Rect& body, std::string_view text, const ui::Type& type) {
    const auto& ui = scene.ui;
    return std::max(ui.text_height(text, type, body.width - ui.mm(icon_side + gap)), ui.mm(icon_side));
}

// The largest type that leaves room for the cards.
ui::Type line_type(const Scene& scene, const ui::Rect& body, std::span<const Line> shown, double cards) {
    ui::Type type{.line_height = 1.3, .least_capital = 3, .most_capital = 6.5};
    const auto height = [&] {
        double sum = 0;
        for (const auto& line : shown) sum += line_height(scene, body, scene.text(line.text_id), type) + scene.ui.mm(2);
        return sum;
    };
    while (type.capital > 0.4 && height() + cards > body.height) type.capital *= 0.92;
    return type;
}

void draw_line(Scene& scene, ui::Rect& body, std::string_view icon, std::string_view text, const ui::Type& type) {
    auto& ui = scene.ui;
    const double side = ui.mm(icon_side);
    const double height = line_height(scene, body, text, type);
    ui::Rect row = body.take_top(height, ui.mm(2));
    const ui::Rect start = row.take_start(side, ui.mm(gap));
    ui.icon({start.x, start.y + (height - side) / 2, side, side}, icon, ui.colours().accent);
    ui.text(row, text, type, ui::Ui::Place::middle);
}

// That nobody reviewed the words the visitor reads, in their language and in English.
void draw_unreviewed(Scene& scene, ui::Rect& body) {
    auto& ui = scene.ui;
    if (!content::is_unreviewed(scene.library.language(scene.visit.language))) return;
    const ui::Type type{.capital = 0.7, .line_height = 1.25, .least_capital = 3, .most_capital = 4.5};
    const auto english =
        content::fill("{english}", {{"english", scene.library.text(content::LanguageIndex{}, "paper.unreviewed"),
                                     content::ValueDirection::isolated}});
    for (const auto text : {scene.text("paper.unreviewed"), content::view(english)}) {
        ui.text(body.take_top(ui.text_height(text, type, body.width)), text, type);
    }
}

}  // namespace

void draw_promise(Scene& scene) {
    auto& ui = scene.ui;
    auto body = draw_frame(scene, Backward::yes, std::nullopt);
    draw_title(scene, body, scene.text("promise.title"), {}, body.height / 5);
    std::span<const Line> shown = lines;
    const auto obstacle = scene.visit.printer.obstacle();
    const bool is_low = ui.screen().height < ui.mm(lowest_for_all);
    const bool prints = obstacle == status::Trouble::none;
    if (!prints) {
        // A low display has no room for more than what is wrong; what can be done all the same is on the cards.
        const auto more = is_low ? std::string_view() : scene.text("promise.printer");
        draw_notice(scene, body, scene.text(status::text_id(obstacle)), more);
        // On a low display the notice takes the place of the last line; every question says again that it can be
        // skipped.
        if (is_low) shown = shown.first(lines.size() - 1);
    }
    const bool portrait = ui.display().portrait();
    const double cards_height = ui.mm((portrait ? 3 : 1) * 26 + 12);  // with what is said of the translation
    const ui::Type type = line_type(scene, body, shown, cards_height);
    for (const auto& [icon, text_id] : shown) draw_line(scene, body, icon, scene.text(text_id), type);
    draw_unreviewed(scene, body);
    body.take_top(ui.mm(2));
    const std::array cards{
        Choice{ui::Id("promise.make", ""),
               {.label = scene.text("promise.make"), .icon = "pen", .emphasis = ui::Emphasis::strong},
               visit::MakePlan{}},
        prints ? Choice{ui::Id("promise.blank", ""),
                        {.label = scene.text("promise.blank"), .icon = "print"},
                        visit::MakeBlankPlan{}}
               : Choice{ui::Id("promise.copy", ""),
                        {.label = scene.text("copy.title"), .icon = "pen"},
                        visit::CopyByHand{}},
        Choice{
            ui::Id("promise.learn", ""), {.label = scene.text("promise.learn"), .icon = "learn"}, visit::OpenLearn{}}};
    draw_choices(scene, body, cards, {.most_columns = portrait ? 1 : 3});
}

}  // namespace pocketplan::screens
