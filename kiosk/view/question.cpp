#include <algorithm>
#include <cstdlib>

#include "content/interview.h"
#include "content/keyboard.h"
#include "content/pinyin.h"
#include "kiosk/view/describer.h"

namespace pocketplan::view {
namespace {

using content::AnswerKind;

// By the question's place among all that could be asked: an answer that adds questions does not take back what is done.
double progress_of(const Asked& of) {
    const auto here = static_cast<double>(static_cast<std::size_t>(of.asking.question) + 1);
    return here / static_cast<double>(of.library.questions.size() + 1);
}

// Whether Next has something to take.
bool has_entry(const Asked& of) {
    const auto& entry = of.entry();
    switch (of.question().kind) {
        case AnswerKind::choice:
        case AnswerKind::choices:
        case AnswerKind::country:
            return of.visit.answers.answered(of.asking.question);
        case AnswerKind::text:
        case AnswerKind::number:
            return !entry.words.empty();
        case AnswerKind::phone:
            return !entry.phone.empty();
        case AnswerKind::person:
            return !entry.words.empty() || !entry.phone.empty();
        case AnswerKind::date:
            return entry.date.day > 0 && entry.date.month > 0 && entry.date.year > 0;
        case AnswerKind::time:
            return entry.half && entry.hour >= 0;
    }
    std::abort();
}

// What is said below the question: why it is asked; how many answers it takes; where its language is written with
// ideographs, that Latin letters will do.
Said explanation(const Asked& of) {
    const auto& question = of.question();
    const std::optional<content::TextIndex> why = of.asking.person > 0 ? question.text : question.why;
    std::optional<content::TextIndex> how;
    if (question.kind == AnswerKind::choice) how = of.index(texts::choose_one);
    if (question.kind == AnswerKind::choices) how = of.index(texts::choose_many);
    const bool named = question.kind == AnswerKind::text || question.kind == AnswerKind::person;
    if (named && content::writes_ideographs(of.library.language(of.visit.language))) how = of.index(texts::entry_latin);
    if (why && how) return Texts{*why, *how};
    if (why) return Text{*why};
    return how ? Said(Text{*how}) : Said(Nothing{});
}

Cards options(const Asked& of) {
    const auto& question = of.question();
    const auto pick = question.kind == AnswerKind::choice ? Pick::one : Pick::many;
    const auto* const choices = std::get_if<content::Choices>(&of.answer());
    Cards cards;
    for (std::size_t at = 0; at < question.options.size(); ++at) {
        const auto& option = question.options[at];
        const auto place = static_cast<std::uint8_t>(at);
        cards.controls.push_back({.id = {"option.", option.id},
                                  .label = Text{option.label},
                                  .icon = icon_named(option.icon).value_or(Icon::none),
                                  .event = visit::ToggleOption{place},
                                  .pick = pick,
                                  .chosen = of.is(content::Choice{place}) || (choices != nullptr && choices->has(at))});
    }
    if (question.none_of_these) {
        cards.controls.push_back({.id = "none_of_these",
                                  .label = of.text(texts::answer_none_of_these),
                                  .icon = Icon::circle,
                                  .event = visit::NoneOfThese{},
                                  .pick = pick,
                                  .chosen = choices != nullptr && choices->options == 0});
    }
    return cards;
}

Writing writing(const Asked& of) {
    const auto& entry = of.entry();
    const auto kind = of.question().kind;
    Writing writing;
    const auto typed = candidates(of.visit, of.library).size() / content::character_bytes;
    for (std::size_t place = 0; place < typed; ++place) {
        const auto at = static_cast<std::uint8_t>(place);
        writing.candidates.push_back(
            {.id = {"character.", static_cast<int>(place)}, .label = Candidate{at}, .event = visit::PickCharacter{at}});
    }
    const bool offers = !writing.candidates.empty();
    const auto phone = [&] {
        return field_of(of, "field.phone", of.text(texts::entry_phone), visit::EntryField::phone);
    };
    if (kind == AnswerKind::person && !offers) {
        writing.fields.push_back(field_of(of, "field.name", of.text(texts::entry_name), visit::EntryField::words));
        writing.fields.push_back(phone());
    } else if (kind == AnswerKind::phone) {
        writing.fields.push_back(phone());
    } else {
        writing.fields.push_back(field_of(of, "field.words", Nothing{}, visit::EntryField::words));
    }
    const auto masked = [](const Field& field) { return !field.empty && !field.focused; };
    if (std::any_of(writing.fields.begin(), writing.fields.end(), masked)) {
        writing.uncover = Control{.id = "field.uncover",
                                  .label = of.text(entry.uncovered ? texts::entry_cover : texts::entry_show),
                                  .icon = entry.uncovered ? Icon::hide : Icon::eye,
                                  .event = visit::Uncover{}};
    }
    if (of.asking.person > 0) writing.added = PersonAdded{static_cast<int>(of.asking.person)};
    const bool number = entry.field == visit::EntryField::phone || kind == AnswerKind::number;
    writing.keyboard = keyboard_of(of);
    if (number) writing.pad = pad_of(of);
    return writing;
}

}  // namespace

View screen(const Describer& describer, const visit::Asking& asking) {
    const Asked of(describer, asking);
    const Control next{.id = "bar.next",
                       .label = of.text(texts::button_next),
                       .icon = Icon::next,
                       .event = visit::Next{},
                       .rank = Rank::strong};
    const Control skip{
        .id = "bar.skip", .label = of.text(texts::button_skip), .icon = Icon::skip, .event = visit::Skip{}};
    // The place of what goes on is empty until there is something to take, so that a second tap on it skips nothing.
    const auto forward = has_entry(of) ? std::optional(next) : std::nullopt;
    const Said title = of.asking.person > 0 ? of.text(texts::entry_one_more) : Said(Text{of.question().text});
    View view = frame(of, Backward::yes, forward, title, explanation(of));
    view.bar.controls[3] = skip;
    view.progress = progress_of(of);
    if (of.entry().fault) view.error = of.named(content::text_id(*of.entry().fault));
    if (of.entry().fault && of.entry().field == visit::EntryField::phone) {
        view.leave = Control{.id = "entry.leave", .label = of.text(texts::entry_leave), .event = visit::LeaveAsTyped{}};
    }
    switch (of.question().kind) {
        case AnswerKind::choice:
        case AnswerKind::choices:
            view.parts.emplace_back(options(of));
            break;
        case AnswerKind::text:
        case AnswerKind::phone:
        case AnswerKind::number:
        case AnswerKind::person:
            view.parts.emplace_back(writing(of));
            break;
        case AnswerKind::date:
            describe_date(of, view);
            break;
        case AnswerKind::time:
            describe_time(of, view);
            break;
        case AnswerKind::country:
            view.parts.emplace_back(describe_countries(of));
            break;
    }
    return view;
}

}  // namespace pocketplan::view
