#include "content/interview.h"
#include "kiosk/view/describer.h"
#include "kiosk/visit/to_print.h"

namespace pocketplan::view {
namespace {

using content::QuestionIndex;

// Typed words, and all that could harm, are hidden until touched: somebody may stand behind, or hear it.
bool is_own(const content::Question& question) {
    const auto sensitivity = question.sensitivity;
    const bool harmless = sensitivity == content::Sensitivity::none || sensitivity == content::Sensitivity::low;
    return !harmless || content::keys_of(question.kind) != content::Keys::none;
}

bool is_hidden(const Describer& of, const visit::CheckingAnswers& checking, QuestionIndex index) {
    return of.visit.answers.answered(index) && is_own(of.library.question(index)) && checking.revealed != index;
}

// Of a roll, one long sheet has many pictures.
bool is_a_sheet_each(const visit::Stack& stack) {
    return stack.sheets == stack.printing;
}

SheetCard card_of(const Describer& of, const visit::Reviewing& reviewing, const content::Paper& paper,
                  std::size_t place) {
    const auto stack = reviewing.stack.value_or(visit::Stack{});
    const auto pictures = stack.of_paper[place];
    SheetCard card{.title = Text{paper.title}, .pictures = pictures.count, .see = {}};
    if (is_a_sheet_each(stack)) card.sheets = card.pictures;
    if (pictures.count > 0) card.picture = pictures.first;
    card.see = {.id = {"see.", paper.id},
                .label = of.text(texts::review_see),
                .icon = Icon::eye,
                .event = visit::SeeSheet{pictures.first},
                .enabled = card.picture.has_value()};
    if (of.visit.wants<visit::TopicSheet>()) return card;
    const bool left_out = visit::is_left_out(of.visit, of.library, paper);
    card.prints = Control{.id = {"paper.", paper.id},
                          .label = of.text(left_out ? texts::review_left_out : texts::review_prints),
                          .event = visit::TogglePaper{static_cast<std::uint8_t>(place)},
                          .pick = Pick::on_or_off,
                          .chosen = !left_out};
    if (paper.pictures) {
        card.pictured = Control{.id = {"pictures.", paper.id},
                                .label = of.text(texts::review_pictures),
                                .event = visit::TogglePictures{static_cast<std::uint8_t>(place)},
                                .pick = Pick::on_or_off,
                                .chosen = (of.visit.papers_pictured >> place & 1U) != 0};
    }
    return card;
}

// The papers of the plan; of a topic, the one that there is.
SheetCards papers(const Describer& of, const visit::Reviewing& reviewing) {
    SheetCards all{.states = {of.text(texts::review_prints), of.text(texts::review_left_out)}};
    if (const auto* const sheet = std::get_if<visit::TopicSheet>(&of.visit.wanted)) {
        all.cards.push_back(card_of(of, reviewing, of.library.topics[static_cast<std::size_t>(sheet->topic)], 0));
        return all;
    }
    for (const auto& planned : visit::plan_of(of.visit, of.library).papers) {
        const auto place = static_cast<std::size_t>(planned.paper - of.library.papers.data());
        all.cards.push_back(card_of(of, reviewing, *planned.paper, place));
    }
    return all;
}

Foot foot(const Describer& of, const visit::Reviewing& reviewing) {
    Foot foot;
    if (reviewing.stack) foot.total = SheetsOfPaper{reviewing.stack->sheets};
    if (of.visit.wants<visit::TopicSheet>()) return foot;
    // A sheet holds two cards anyway; a roll one after the other.
    const bool roll = of.visit.printer.paper == status::PaperKind::receipt80;
    if (roll) foot.copies = of.text(texts::review_copies);
    for (int copies = 1; roll && copies <= 2; ++copies) {
        foot.counts.push_back({.id = {"copies.", copies},
                               .label = Number{copies},
                               .event = visit::SetCopies{copies},
                               .chosen = of.visit.card_copies == copies});
    }
    if (of.visit.wants<visit::OwnPlan>()) {
        foot.answers = Control{.id = "review.answers",
                               .label = of.text(texts::review_change),
                               .icon = Icon::pen,
                               .event = visit::open<visit::CheckingAnswers>()};
    }
    return foot;
}

// One sheet that fills the screen, to be read before it prints.
View seen(const Describer& of, const visit::Reviewing& reviewing, int picture) {
    const auto all = papers(of, reviewing);
    const auto& stack = *reviewing.stack;
    SeenSheet seen{.sheet = {.title = Nothing{}, .see = {}}, .hide = hide_control(of)};
    for (const auto& card : all.cards) {
        const bool its = card.picture && picture >= *card.picture && picture < *card.picture + card.pictures;
        if (its) seen.sheet = card;
    }
    seen.sheet.picture = picture;
    seen.sheet.see = {.id = "seen.close",
                      .label = of.text(texts::more_close),
                      .icon = Icon::cross,
                      .event = visit::Back{},
                      .rank = Rank::strong};
    if (picture < stack.printing && is_a_sheet_each(stack)) seen.place = SheetOfSheets{picture + 1, stack.printing};
    if (picture > 0) {
        seen.turn[0] = Control{.id = "seen.previous",
                               .label = of.text(texts::review_sheet_before),
                               .icon = Icon::back,
                               .event = visit::SeeSheet{picture - 1}};
    }
    if (picture + 1 < stack.pictures) {
        seen.turn[1] = Control{.id = "seen.next",
                               .label = of.text(texts::review_next_sheet),
                               .icon = Icon::next,
                               .event = visit::SeeSheet{picture + 1}};
    }
    View view;
    view.parts.emplace_back(std::move(seen));
    return view;
}

// Each answer with its question; a first touch shows what is hidden, the next changes it.
Cards answer_cards(const Describer& of, const visit::CheckingAnswers& checking) {
    const auto shown = content::shown_questions(of.library, of.visit.answers);
    Cards cards;
    for (std::size_t at = 0; at < shown.size(); ++at) {
        if (!shown[at]) continue;
        const auto index = static_cast<QuestionIndex>(at);
        const auto& question = of.library.question(index);
        const bool hidden = is_hidden(of, checking, index);
        const auto said = content::format_answer(of.library, of.visit.language, index, of.visit.answers[index]);
        Control card{
            .id = {"answer.", question.id}, .label = Text{question.text}, .icon = hidden ? Icon::eye : Icon::pen};
        card.event = hidden ? visit::Event(visit::Reveal{index}) : visit::Event(visit::ChangeAnswer{index});
        if (said.empty()) {
            card.note = of.text(texts::answer_skipped);
        } else if (hidden) {
            card.note = Hidden{};
        } else {
            card.note = AnswerTo{index, is_own(question)};
        }
        cards.controls.push_back(card);
    }
    return cards;
}

}  // namespace

// The pages to print come first; the answers are one touch away.
View screen(const Describer& of, const visit::Reviewing& reviewing) {
    if (reviewing.seen && reviewing.stack) return seen(of, reviewing, *reviewing.seen);
    const Control print{.id = "review.print",
                        .label = of.text(texts::button_print),
                        .icon = Icon::print,
                        .event = visit::Print{},
                        .rank = Rank::strong};
    View view = frame(of, Backward::yes, print, of.text(texts::review_title));
    if (!of.visit.wants<visit::TopicSheet>()) view.below = of.text(texts::review_papers);
    if (of.visit.wants<visit::OwnPlan>()) view.progress = 1;
    const auto obstacle = of.visit.printer.obstacle();
    if (obstacle != status::Trouble::none) {
        view.bar.controls[3] = call_control(of);
        view.parts.emplace_back(Notice{
            .sentence = of.named(status::text_id(obstacle)), .remedy = of.text(texts::review_printer), .brief = true});
    }
    // One at a time, for a low display has room for no more; and what cannot print need not be chosen.
    const bool any = visit::anything_to_print(of.visit, of.library);
    if (!any && obstacle == status::Trouble::none) {
        view.parts.emplace_back(Notice{.sentence = of.text(texts::review_nothing), .brief = true});
    }
    view.parts.emplace_back(papers(of, reviewing));
    view.parts.emplace_back(foot(of, reviewing));
    return view;
}

View screen(const Describer& of, const visit::CheckingAnswers& checking) {
    const Control done{.id = "review.papers",
                       .label = of.text(texts::button_done),
                       .icon = Icon::tick,
                       .event = visit::Back{},
                       .rank = Rank::strong};
    View view = frame(of, Backward::yes, done, of.text(texts::review_title), of.text(texts::review_answers));
    view.progress = 1;
    view.parts.emplace_back(answer_cards(of, checking));
    return view;
}

}  // namespace pocketplan::view
