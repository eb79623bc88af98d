#include "content/interview.h"

namespace pocketplan::content {

namespace {

bool has_screen(const Library& library, const Shown& shown, std::size_t place) {
    return shown[place] && !library.questions[place].on_review;
}

}  // namespace

// One pass forward serves, as a condition may only speak of questions above it (docs/CONTENT.md).
Shown shown_questions(const Library& library, const Answers& answers) {
    Shown shown(library.questions.size(), false);
    for (std::size_t place = 0; place < shown.size(); ++place) {
        shown[place] = holds(library.questions[place].when, answers, shown);
    }
    return shown;
}

void forget_stale(const Library& library, Answers& answers) {
    const Shown shown = shown_questions(library, answers);
    for (std::size_t place = 0; place < shown.size(); ++place) {
        if (!shown[place]) answers.forget(QuestionIndex(place));
    }
}

std::optional<QuestionIndex> next_question(const Library& library, const Answers& answers,
                                           std::optional<QuestionIndex> from) {
    const Shown shown = shown_questions(library, answers);
    for (std::size_t place = from ? static_cast<std::size_t>(*from) + 1 : 0; place < shown.size(); ++place) {
        if (has_screen(library, shown, place)) return QuestionIndex(place);
    }
    return std::nullopt;
}

std::optional<QuestionIndex> previous_question(const Library& library, const Answers& answers,
                                               std::optional<QuestionIndex> from) {
    const Shown shown = shown_questions(library, answers);
    for (std::size_t place = from ? static_cast<std::size_t>(*from) : shown.size(); place-- > 0;) {
        if (has_screen(library, shown, place)) return QuestionIndex(place);
    }
    return std::nullopt;
}

Choices toggle(const Question& question, Choices choices, std::size_t option) {
    const std::uint64_t touched = std::uint64_t{1} << option;
    if (choices.has(option)) return {choices.options & ~touched};
    if (question.options[option].alone) return {touched};
    for (std::size_t other = 0; other < question.options.size(); ++other) {
        if (question.options[other].alone) choices.options &= ~(std::uint64_t{1} << other);
    }
    return {choices.options | touched};
}

}  // namespace pocketplan::content
