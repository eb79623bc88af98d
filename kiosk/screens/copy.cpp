#include "content/plan.h"
#include "kiosk/screens/scene.h"

namespace pocketplan::screens {

// The plan to write down by hand, where there is no printer: one fact a line, each once.
void draw_copy(Scene& scene) {
    auto body = draw_frame(scene, Backward::yes, Forward{"copy.done", "button.done", "erase", true, visit::InHand{}});
    draw_title(scene, body, scene.text("copy.title"), scene.text("copy.why"));
    const content::Answers none(scene.library.questions.size());
    const auto plan = content::make_plan(scene.visit.blank ? none : scene.visit.answers, scene.library);
    std::vector<content::PhraseText> texts;
    for (const auto& planned : plan.papers) add_advice(scene, planned, texts);
    add_age(scene, texts);
    draw_texts(scene, body, texts, Mark::number);
}

}  // namespace pocketplan::screens
