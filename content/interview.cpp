#include "content/interview.h"

namespace pocketplan::content {
namespace {

std::size_t slot(QuestionIndex question) {
    return static_cast<std::size_t>(question);
}

bool has_screen(const Library& library, const Shown& shown, std::size_t at) {
    return shown[at] && !library.questions[at].on_review;
}

}  // namespace

Shown shown_questions(const Library& library, const Answers& answers) {
    // A condition refers to earlier questions only (the compiler refuses others), so one pass is enough.
    Shown shown(library.questions.size(), false);
    for (std::size_t at = 0; at < shown.size(); ++at) shown[at] = holds(library.questions[at].when, answers, shown);
    return shown;
}

void forget_stale(const Library& library, Answers& answers) {
    const Shown shown = shown_questions(library, answers);
    for (std::size_t at = 0; at < shown.size(); ++at) {
        if (!shown[at]) answers.forget(static_cast<QuestionIndex>(at));
    }
}

std::optional<QuestionIndex> next_question(const Library& library, const Answers& answers,
                                           std::optional<QuestionIndex> from) {
    const Shown shown = shown_questions(library, answers);
    for (std::size_t at = from ? slot(*from) + 1 : 0; at < shown.size(); ++at) {
        if (has_screen(library, shown, at)) return static_cast<QuestionIndex>(at);
    }
    return std::nullopt;
}

std::optional<QuestionIndex> previous_question(const Library& library, const Answers& answers,
                                               std::optional<QuestionIndex> from) {
    const Shown shown = shown_questions(library, answers);
    for (std::size_t at = from ? slot(*from) : shown.size(); at-- > 0;) {
        if (has_screen(library, shown, at)) return static_cast<QuestionIndex>(at);
    }
    return std::nullopt;
}

Choices toggle(const Question& question, Choices choices, std::size_t option) {
    const std::uint64_t bit = std::uint64_t{1} << option;
    if (choices.has(option)) return {choices.options & ~bit};
    if (question.options[option].alone) return {bit};
    for (std::size_t other = 0; other < question.options.size(); ++other) {
        if (question.options[other].alone) choices.options &= ~(std::uint64_t{1} << other);
    }
    return {choices.options | bit};
}

}  // namespace pocketplan::content
