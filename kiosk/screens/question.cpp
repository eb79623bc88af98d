#include "kiosk/screens/question.h"

#include <algorithm>
#include <array>
#include <vector>

#include "content/keyboard.h"

namespace pocketplan::screens {
namespace {

using content::AnswerKind;

// How far the visitor is among the questions that are asked as things stand.
double progress_of(const Scene& scene) {
    const auto shown = content::shown_questions(scene.library, scene.visit.answers);
    const auto here = static_cast<std::size_t>(*scene.visit.question);
    int before = 0;
    int all = 0;
    for (std::size_t at = 0; at < shown.size(); ++at) {
        if (!shown[at] || scene.library.questions[at].on_review) continue;
        ++all;
        before += at < here ? 1 : 0;
    }
    return static_cast<double>(before + 1) / std::max(all + 1, 1);
}

// Whether Next has something to take; else it is Skip.
bool has_entry(const Scene& scene) {
    const auto& entry = scene.visit.entry;
    switch (scene.question().kind) {
        case AnswerKind::choice:
        case AnswerKind::choices:
        case AnswerKind::country:
            return scene.visit.answers.answered(*scene.visit.question);
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

void draw_answers(Scene& scene, const ui::Rect& body) {
    switch (scene.question().kind) {
        case AnswerKind::choice:
        case AnswerKind::choices:
            return draw_options(scene, body);
        case AnswerKind::text:
        case AnswerKind::phone:
        case AnswerKind::number:
        case AnswerKind::person:
            return draw_words(scene, body);
        case AnswerKind::date:
            return draw_date(scene, body);
        case AnswerKind::time:
            return draw_time(scene, body);
        case AnswerKind::country:
            return draw_countries(scene, body);
    }
    std::abort();
}

// What is said below the question; where its language is written with ideographs, also that Latin letters will do.
content::PhraseText explanation(const Scene& scene) {
    const auto kind = scene.question().kind;
    const bool named = kind == AnswerKind::text || kind == AnswerKind::person;
    std::string_view text = scene.question().why ? scene.text(*scene.question().why) : std::string_view();
    if (scene.visit.person > 0) text = scene.text("entry.one_more");
    content::PhraseText said(text.begin(), text.end());
    if (!named || !content::writes_ideographs(scene.library.language(scene.visit.language))) return said;
    const auto latin = scene.text("entry.latin");
    if (!said.empty()) said.push_back(' ');
    said.insert(said.end(), latin.begin(), latin.end());
    return said;
}

constexpr double picked_rows = 4;

// What a keyboard and a field, or the rows of a date or time, leave of the screen.
double title_room(const Scene& scene, const ui::Rect& body) {
    const auto kind = scene.question().kind;
    const bool picked = kind == AnswerKind::date || kind == AnswerKind::time;
    const bool typed = kind == AnswerKind::text || kind == AnswerKind::phone || kind == AnswerKind::number ||
                       kind == AnswerKind::person || kind == AnswerKind::country;
    const double third = body.height / 3;
    const double rows = scene.ui.mm(picked_rows * (target + gap) + gap);
    const double keys =
        picked ? rows : keyboard_height(scene, Keys::letters, body.width) + scene.ui.mm(target + 3 * gap);
    return typed || picked ? std::clamp(body.height - keys, scene.ui.mm(target), third) : third;
}

constexpr double lowest_with_notice = 180;  // millimetres of screen

}  // namespace

void draw_question(Scene& scene) {
    const Forward next{"bar.next", "button.next", "next", true, visit::Next{}};
    const Forward skip{"bar.skip", "button.skip", "skip", false, visit::Skip{}};
    auto body = draw_frame(scene, Backward::yes, has_entry(scene) ? next : skip, progress_of(scene));
    const auto& question = scene.question();
    // Beside the field; where the keyboard takes all the room, in place of the explanation.
    const bool low = scene.ui.screen().height < scene.ui.mm(lowest_with_notice);
    const bool faulty = scene.visit.entry.fault.has_value();
    const auto fault = faulty ? scene.text(content::text_id(*scene.visit.entry.fault)) : std::string_view();
    const auto said = explanation(scene);
    draw_title(scene, body, scene.text(question.text), faulty && low ? fault : content::view(said),
               title_room(scene, body));
    if (faulty && !low) draw_notice(scene, body, fault);
    draw_answers(scene, body);
}

void draw_options(Scene& scene, const ui::Rect& body) {
    const auto& question = scene.question();
    const auto* const choice = std::get_if<content::Choice>(&scene.answer());
    const auto* const choices = std::get_if<content::Choices>(&scene.answer());
    std::vector<Choice> cards;
    for (std::size_t at = 0; at < question.options.size(); ++at) {
        const auto& option = question.options[at];
        ui::Button look{.label = scene.text(option.label), .icon = option.icon, .tick = true};
        look.chosen = (choice != nullptr && choice->option == at) || (choices != nullptr && choices->has(at));
        cards.push_back({ui::Id("option.", option.id), look, visit::ToggleOption{static_cast<std::uint8_t>(at)}});
    }
    if (question.none_of_these) {
        ui::Button look{.label = scene.text("answer.none_of_these"), .icon = "circle", .tick = true};
        look.chosen = choices != nullptr && choices->options == 0;
        cards.push_back({ui::Id("none_of_these", ""), look, visit::NoneOfThese{}});
    }
    draw_choices(scene, body, cards);
}

}  // namespace pocketplan::screens
