#include <vector>

#include "content/plan.h"
#include "kiosk/screens/scene.h"

namespace pocketplan::screens {
namespace {

using content::QuestionIndex;

constexpr std::string_view dots = "••••••";

// Typed words, and all that could harm, are hidden until touched: somebody may stand behind.
bool is_hidden(const Scene& scene, QuestionIndex index) {
    const auto sensitivity = scene.library.question(index).sensitivity;
    const bool harmless = sensitivity == content::Sensitivity::none || sensitivity == content::Sensitivity::low;
    return scene.visit.answers.answered(index) && !harmless && scene.visit.revealed != index;
}

bool is_left_out(const Scene& scene, std::size_t paper) {
    return (scene.visit.papers_left_out >> paper & 1U) != 0;
}

// The papers of the plan, to tick; returns whether any is left.
bool draw_papers(Scene& scene, const ui::Rect& body) {
    const auto plan = content::make_plan(scene.visit.answers, scene.library);
    std::vector<Choice> cards;
    bool any = false;
    for (const auto& planned : plan.papers) {
        const auto at = static_cast<std::size_t>(planned.paper - scene.library.papers.data());
        ui::Button look{.label = scene.text(planned.paper->title), .icon = "paper", .tick = true};
        look.chosen = !is_left_out(scene, at);
        any = any || look.chosen;
        cards.push_back({ui::Id("paper.", planned.paper->id), look, visit::TogglePaper{static_cast<std::uint8_t>(at)}});
    }
    draw_choices(scene, body, cards);
    return any;
}

void draw_copies(Scene& scene, ui::Rect row) {
    auto& ui = scene.ui;
    const double narrow = ui.mm(22);
    const double answers = row.width * 0.4;
    ui::Button change{.label = scene.text("review.answers"), .icon = "pen", .type = bar_type};
    change.type.align = typeset::Align::start;
    scene.button("review.answers", row.take_end(answers, ui.mm(gap)), change, visit::TurnPage{1});
    const ui::Rect two = row.take_end(narrow, ui.mm(gap));
    const ui::Rect one = row.take_end(narrow, ui.mm(gap));
    ui.text(row, scene.text("review.copies"), {.capital = 0.8, .line_height = 1.2, .most_capital = 4.5},
            ui::Ui::Place::middle);
    for (const int copies : {1, 2}) {
        const ui::Id number("", copies);
        ui::Button look{.label = number, .chosen = scene.visit.card_copies == copies, .type = bar_type};
        scene.button(ui::Id("copies.", copies), copies == 1 ? one : two, look, visit::SetCopies{copies});
    }
}

// Each answer with its question; a first touch shows what is hidden, the next changes it.
void draw_answer_cards(Scene& scene, const ui::Rect& body) {
    const auto shown = content::shown_questions(scene.library, scene.visit.answers);
    std::vector<content::PhraseText> said;
    said.reserve(shown.size());
    std::vector<Choice> cards;
    for (std::size_t at = 0; at < shown.size(); ++at) {
        if (!shown[at]) continue;
        const auto index = static_cast<QuestionIndex>(at);
        const auto& question = scene.library.question(index);
        said.push_back(content::format_answer(scene.library, scene.visit.language, index, scene.visit.answers[index]));
        const bool hidden = is_hidden(scene, index);
        ui::Button look{.label = scene.text(question.text),
                        .icon = hidden ? "eye" : "pen",
                        .type = {.capital = 0.75, .line_height = 1.2, .most_capital = 4.5}};
        look.note = said.back().empty() ? scene.text("answer.skipped") : hidden ? dots : content::view(said.back());
        const visit::Event event =
            hidden ? visit::Event(visit::Reveal{index}) : visit::Event(visit::ChangeAnswer{index});
        cards.push_back({ui::Id("answer.", question.id), look, event});
    }
    draw_choices(scene, body, cards, {.first_page = 1});
}

}  // namespace

// The pages to print come first; the answers are one touch away.
void draw_review(Scene& scene) {
    auto& ui = scene.ui;
    const bool answers = scene.visit.page > 0;
    const Forward print{"review.print", "button.print", "print", true, visit::Print{}};
    const Forward papers{"review.papers", "button.done", "tick", true, visit::TurnPage{0}};
    auto body = draw_frame(scene, Backward::yes, answers ? papers : print, 1);
    draw_title(scene, body, scene.text("review.title"), scene.text(answers ? "review.answers" : "review.papers"));
    if (answers) {
        return draw_answer_cards(scene, body);
    }
    const ui::Rect copies = body.take_bottom(ui.mm(target), ui.mm(gap));
    const auto obstacle = scene.visit.printer.obstacle();
    if (obstacle != status::Trouble::none) {
        draw_notice(scene, body, scene.text(status::text_id(obstacle)), scene.text("review.printer"));
    }
    const bool any = draw_papers(scene, body);
    draw_copies(scene, copies);
    if (!any) draw_notice(scene, body, scene.text("review.nothing"));
}

}  // namespace pocketplan::screens
