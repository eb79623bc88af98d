#include <algorithm>
#include <cstdlib>

#include "content/interview.h"
#include "content/keyboard.h"
#include "content/pinyin.h"
#include "kiosk/view/describer.h"

namespace pocketplan::view {
namespace {

using content::AnswerKind;

// How far the visitor is among the questions that are asked as things stand.
double progress_of(const Describer& of) {
    const auto shown = content::shown_questions(of.library, of.visit.answers);
    const auto here = static_cast<std::size_t>(*of.visit.question);
    int before = 0;
    int all = 0;
    for (std::size_t at = 0; at < shown.size(); ++at) {
        if (!shown[at] || of.library.questions[at].on_review) continue;
        ++all;
        before += at < here ? 1 : 0;
    }
    return static_cast<double>(before + 1) / std::max(all + 1, 1);
}

// Whether Next has something to take.
bool has_entry(const Describer& of) {
    const auto& entry = of.visit.entry;
    switch (of.question().kind) {
        case AnswerKind::choice:
        case AnswerKind::choices:
        case AnswerKind::country:
            return of.visit.answers.answered(*of.visit.question);
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
            return entry.hour >= 0;
    }
    std::abort();
}

// What is said below the question; where its language is written with ideographs, also that Latin letters will do.
Said explanation(const Describer& of) {
    const auto& question = of.question();
    const bool named = question.kind == AnswerKind::text || question.kind == AnswerKind::person;
    std::optional<content::TextIndex> why = question.why;
    if (of.visit.person > 0) why = of.index(texts::entry_one_more);
    const bool latin = named && content::writes_ideographs(of.library.language(of.visit.language));
    if (!latin) return why ? Said(Text{*why}) : Said(Nothing{});
    const auto letters = of.index(texts::entry_latin);
    return why ? Said(Texts{*why, letters}) : Said(Text{letters});
}

Cards options(const Describer& of) {
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

Writing writing(const Describer& of) {
    const auto& entry = of.visit.entry;
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
    const bool number = entry.field == visit::EntryField::phone || kind == AnswerKind::number;
    writing.keyboard = keyboard_of(of);
    if (number) writing.pad = pad_of(of);
    return writing;
}

}  // namespace

View question(const Describer& of) {
    const Control next{.id = "bar.next",
                       .label = of.text(texts::button_next),
                       .icon = Icon::next,
                       .event = visit::Next{},
                       .rank = Rank::strong};
    const Control skip{
        .id = "bar.skip", .label = of.text(texts::button_skip), .icon = Icon::skip, .event = visit::Skip{}};
    // The place of what goes on is empty until there is something to take, so that a second tap on it skips nothing.
    const auto forward = has_entry(of) ? std::optional(next) : std::nullopt;
    View view = frame(of, Backward::yes, forward, Text{of.question().text}, explanation(of));
    view.bar.controls[3] = skip;
    view.progress = progress_of(of);
    if (of.visit.entry.fault) view.error = of.named(content::text_id(*of.visit.entry.fault));
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
