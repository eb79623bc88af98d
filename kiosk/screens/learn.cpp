#include <vector>

#include "content/plan.h"
#include "kiosk/screens/scene.h"

namespace pocketplan::screens {
namespace {

constexpr ui::Type item_type{.line_height = 1.35, .most_capital = 8.5};

// The texts of a topic, in pages of what fits.
std::vector<std::vector<content::PhraseText>> pages_of(const Scene& scene, const content::PlanPaper& topic,
                                                    const ui::Rect& body) {
    std::vector<std::vector<content::PhraseText>> pages(1);
    double filled = 0;
    for (const auto& section : topic.sections) {
        for (const auto& block : section.blocks) {
            for (const auto& item : block.items) {
                auto text = content::format_advice(scene.library, scene.visit.language, item.advice, item.text);
                const double height =
                    scene.ui.text_height(content::view(text), item_type, body.width - scene.ui.mm(8)) + scene.ui.mm(gap);
                if (filled > 0 && filled + height > body.height) {
                    pages.emplace_back();
                    filled = 0;
                }
                pages.back().push_back(std::move(text));
                filled += height;
            }
        }
    }
    return pages;
}

}  // namespace

void draw_learn(Scene& scene) {
    auto body = draw_frame(scene, Backward::yes, std::nullopt);
    draw_title(scene, body, scene.text("learn.title"));
    std::vector<Choice> cards;
    for (std::size_t at = 0; at < scene.library.topics.size(); ++at) {
        const auto& topic = scene.library.topics[at];
        cards.push_back({ui::Id("topic.", topic.id),
                         {.label = scene.text(topic.title), .icon = "learn"},
                         visit::OpenTopic{static_cast<int>(at)}});
    }
    draw_choices(scene, body, cards);
}

void draw_topic(Scene& scene) {
    auto& ui = scene.ui;
    const auto& topic = scene.library.topics[static_cast<std::size_t>(scene.visit.topic)];
    auto body =
        draw_frame(scene, Backward::yes, Forward{"topic.print", "button.print", "print", false, visit::PrintTopic{}});
    draw_title(scene, body, scene.text(topic.title));
    const auto planned = content::make_topic(topic, scene.library);
    auto pages = pages_of(scene, planned, body);
    if (pages.size() > 1) {
        ui::Rect turn = body.take_bottom(ui.mm(target), ui.mm(gap));
        pages = pages_of(scene, planned, body);
        const int page = std::min(scene.visit.page, static_cast<int>(pages.size()) - 1);
        const bool last = page + 1 == static_cast<int>(pages.size());
        turn = turn.take_end(ui.mm(60));
        ui::Button look{.label = scene.text(last ? "button.first_answers" : "button.more_answers"),
                        .icon = last ? "back" : "next",
                        .type = bar_type};
        scene.button(last ? "page.first" : "page.turn", turn, look, visit::TurnPage{last ? 0 : page + 1});
    }
    const auto page = std::min(static_cast<std::size_t>(scene.visit.page), pages.size() - 1);
    for (const auto& said : pages[page]) {
        const auto text = content::view(said);
        ui::Rect row = body.take_top(ui.text_height(text, item_type, body.width - ui.mm(8)), ui.mm(gap));
        const ui::Rect mark = row.take_start(ui.mm(5), ui.mm(3));
        ui.fill({mark.x, mark.y + ui.mm(2.5), ui.mm(2.5), ui.mm(2.5)}, ui.colours().accent, ui.mm(1.25));
        ui.text(row, text, item_type);
    }
}

}  // namespace pocketplan::screens
