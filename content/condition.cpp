#include "content/condition.h"

#include <algorithm>
#include <cstdint>

#include "content/library.h"

namespace pocketplan::content {

namespace {

using Operation = Condition::Operation;

// Verdicts that wait for their 'and' or 'or': one bit each, newest lowest. Deeper than 64 is not sound.
constexpr int most_verdicts = 64;

int verdicts_taken(Operation operation) {
    switch (operation) {
        case Operation::always:
        case Operation::never:
        case Operation::is_option:
        case Operation::is_skipped:
        case Operation::is_answered:
            return 0;
        case Operation::negate:
            return 1;
        case Operation::both:
        case Operation::either:
            return 2;
    }
    return 0;
}

bool is_option(const Answer& answer, std::uint8_t option) {
    if (const auto* choice = std::get_if<Choice>(&answer)) return choice->option == option;
    if (const auto* choices = std::get_if<Choices>(&answer)) return choices->has(option);
    return false;
}

bool verdict_of(const Condition::Step& step, const Answers& answers, const Shown& shown) {
    if (step.operation == Operation::always) return true;
    if (step.operation == Operation::never || !shown[static_cast<std::size_t>(step.question)]) return false;
    const Answer& answer = answers[step.question];
    if (step.operation == Operation::is_option) return is_option(answer, step.option);
    const bool skipped = std::holds_alternative<std::monostate>(answer);
    return skipped == (step.operation == Operation::is_skipped);
}

bool speaks_of_something(const Condition::Step& step, const Library& library) {
    const auto place = static_cast<std::size_t>(step.question);
    if (place >= library.questions.size()) return false;
    return step.operation != Operation::is_option || step.option < library.questions[place].options.size();
}

}  // namespace

bool holds(const Condition& condition, const Answers& answers, const Shown& shown) {
    std::uint64_t verdicts = condition.steps.empty() ? 1 : 0;
    for (const auto& step : condition.steps) {
        switch (step.operation) {
            case Operation::negate:
                verdicts ^= 1U;
                break;
            case Operation::both:
                verdicts = (verdicts >> 1U & ~std::uint64_t{1}) | (verdicts & verdicts >> 1U & 1U);
                break;
            case Operation::either:
                verdicts = verdicts >> 1U | (verdicts & 1U);
                break;
            case Operation::always:
            case Operation::never:
            case Operation::is_option:
            case Operation::is_skipped:
            case Operation::is_answered:
                verdicts = verdicts << 1U | (verdict_of(step, answers, shown) ? 1U : 0U);
                break;
        }
    }
    return (verdicts & 1U) != 0;
}

bool is_sound(const Condition& condition, const Library& library) {
    int waiting = condition.steps.empty() ? 1 : 0;
    for (const auto& step : condition.steps) {
        const int taken = verdicts_taken(step.operation);
        const bool atom = step.operation == Operation::is_option || step.operation == Operation::is_skipped ||
                          step.operation == Operation::is_answered;
        if (atom && !speaks_of_something(step, library)) return false;
        if (waiting < taken) return false;
        waiting += 1 - taken;
        if (waiting > most_verdicts) return false;
    }
    return waiting == 1;
}

}  // namespace pocketplan::content
