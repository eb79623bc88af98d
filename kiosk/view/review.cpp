#include "content/interview.h"
#include "kiosk/view/describer.h"
#include "kiosk/visit/to_print.h"

namespace pocketplan::view {
namespace {

using content::QuestionIndex;

// Typed words, and all that could harm, are hidden until touched: somebody may stand behind.
bool is_hidden(const Describer& of, QuestionIndex index) {
    const auto sensitivity = of.library.question(index).sensitivity;
    const bool harmless = sensitivity == content::Sensitivity::none || sensitivity == content::Sensitivity::low;
    return of.visit.answers.answered(index) && !harmless && of.visit.revealed != index;
}

// The papers of the plan, to tick; of a topic, the one that there is.
Cards papers(const Describer& of) {
    Cards cards;
    if (of.visit.topic_sheet) {
        const auto& topic = of.library.topics[static_cast<std::size_t>(*of.visit.topic_sheet)];
        cards.controls.push_back({.id = {"paper.", topic.id},
                                  .label = Text{topic.title},
                                  .icon = Icon::eye,
                                  .event = visit::Back{},
                                  .chosen = true});
        return cards;
    }
    for (const auto& planned : visit::plan_of(of.visit, of.library).papers) {
        const auto at = static_cast<std::size_t>(planned.paper - of.library.papers.data());
        cards.controls.push_back({.id = {"paper.", planned.paper->id},
                                  .label = Text{planned.paper->title},
                                  .icon = Icon::paper,
                                  .event = visit::TogglePaper{static_cast<std::uint8_t>(at)},
                                  .pick = Pick::many,
                                  .chosen = !visit::is_left_out(of.visit, of.library, *planned.paper)});
    }
    return cards;
}

Copies copies(const Describer& of) {
    const auto count = [&](int copies) {
        return Control{.id = {"copies.", copies},
                       .label = Number{copies},
                       .event = visit::SetCopies{copies},
                       .chosen = of.visit.card_copies == copies};
    };
    Copies copies{.label = of.text(texts::review_copies), .counts = {count(1), count(2)}, .answers = {}};
    if (!of.visit.blank) {
        copies.answers = Control{.id = "review.answers",
                                 .label = of.text(texts::review_answers),
                                 .icon = Icon::pen,
                                 .event = visit::TurnPage{1}};
    }
    return copies;
}

// Each answer with its question; a first touch shows what is hidden, the next changes it.
Cards answers(const Describer& of) {
    const auto shown = content::shown_questions(of.library, of.visit.answers);
    Cards cards;
    cards.first_page = 1;
    for (std::size_t at = 0; at < shown.size(); ++at) {
        if (!shown[at]) continue;
        const auto index = static_cast<QuestionIndex>(at);
        const auto& question = of.library.question(index);
        const bool hidden = is_hidden(of, index);
        const auto said = content::format_answer(of.library, of.visit.language, index, of.visit.answers[index]);
        Control card{
            .id = {"answer.", question.id}, .label = Text{question.text}, .icon = hidden ? Icon::eye : Icon::pen};
        card.event = hidden ? visit::Event(visit::Reveal{index}) : visit::Event(visit::ChangeAnswer{index});
        card.note = said.empty() ? of.text(texts::answer_skipped) : hidden ? Said(Hidden{}) : Said(AnswerTo{index});
        cards.controls.push_back(card);
    }
    return cards;
}

}  // namespace

// The pages to print come first; the answers are one touch away.
View review(const Describer& of) {
    const bool mine = !of.visit.blank && !of.visit.topic_sheet;
    const bool shows_answers = mine && of.visit.page > 0;
    const Control print{.id = "review.print",
                        .label = of.text(texts::button_print),
                        .icon = Icon::print,
                        .event = visit::Print{},
                        .rank = Rank::strong};
    const Control back_to_papers{.id = "review.papers",
                                 .label = of.text(texts::button_done),
                                 .icon = Icon::tick,
                                 .event = visit::TurnPage{0},
                                 .rank = Rank::strong};
    View view = frame(of, Backward::yes, shows_answers ? back_to_papers : print, of.text(texts::review_title),
                      of.text(shows_answers ? texts::review_answers : texts::review_papers));
    if (mine) view.progress = 1;
    if (shows_answers) {
        view.parts.emplace_back(answers(of));
        return view;
    }
    const auto obstacle = of.visit.printer.obstacle();
    if (obstacle != status::Trouble::none) {
        view.parts.emplace_back(Notice{of.named(status::text_id(obstacle)), of.text(texts::review_printer)});
    }
    const bool any = visit::anything_to_print(of.visit, of.library);
    if (!any) view.parts.emplace_back(Notice{of.text(texts::review_nothing)});
    view.parts.emplace_back(papers(of));
    if (of.visit.sheets && any) view.parts.emplace_back(Sheets{*of.visit.sheets, 0, true});
    if (!of.visit.topic_sheet) view.parts.emplace_back(copies(of));
    return view;
}

}  // namespace pocketplan::view
