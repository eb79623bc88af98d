#include <vector>

#include "content/plan.h"
#include "kiosk/screens/scene.h"

namespace pocketplan::screens {
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
    const auto& topic = scene.library.topics[static_cast<std::size_t>(scene.visit.topic)];
    auto body =
        draw_frame(scene, Backward::yes, Forward{"topic.print", "button.print", "print", false, visit::PrintTopic{}});
    draw_title(scene, body, scene.text(topic.title));
    std::vector<content::PhraseText> texts;
    add_advice(scene, content::make_topic(topic, scene.library), texts);
    add_age(scene, texts);
    draw_texts(scene, body, texts, Mark::dot);
}

}  // namespace pocketplan::screens
