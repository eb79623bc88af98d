// Conditions, as authors write them: refused with a place, or understood, and then said again they are the same.

#include "content/condition.h"

#include <array>
#include <vector>

#include "content/compiler/fault.h"
#include "content/interview.h"
#include "tests/content/tiny_library.h"
#include "tests/fuzz/fuzz.h"

namespace pocketplan::fuzz {
namespace {

using content::Condition;
using Operation = Condition::Operation;

struct Scene {
    content::Library library = content::make_tiny_library();
    content::NamedConditions names{{"wet", content::parse_condition("water is yes", library, {}).value()}};
    std::vector<content::Answers> visits;

    Scene() {
        visits.emplace_back(library.questions.size());
        visits.emplace_back(library.questions.size());
        content::choose(visits.back(), library, "water", {"yes"});
        content::choose(visits.back(), library, "rooms", {"cellar"});
        visits.emplace_back(library.questions.size());
        content::choose(visits.back(), library, "water", {"yes"});
        content::choose(visits.back(), library, "rooms", {});
    }
};

// A part of a condition in words, and how tightly its words hold together.
struct Said {
    enum class Tie { either, both, single };
    std::string words;
    Tie tie = Tie::single;

    // In brackets where something tighter is wanted.
    [[nodiscard]] std::string at_least(Tie wanted) const { return tie < wanted ? "(" + words + ")" : words; }
};

Said joined(std::vector<Said>& parts, const char* word, Said::Tie tie) {
    require(parts.size() >= 2, "an operation has its operands");
    const auto tighter = tie == Said::Tie::either ? Said::Tie::both : Said::Tie::single;
    auto words = parts[parts.size() - 2].at_least(tie) + word + parts.back().at_least(tighter);
    parts.resize(parts.size() - 2);
    return {std::move(words), tie};
}

// In words again, with no more brackets than it takes.
std::string said(const Condition& condition, const content::Library& library) {
    std::vector<Said> parts;
    for (const auto& step : condition.steps) {
        const auto& question = library.question(step.question);
        switch (step.operation) {
            case Operation::always:
                parts.push_back({"always"});
                break;
            case Operation::never:
                parts.push_back({"never"});
                break;
            case Operation::is_option:
                require(step.option < question.options.size(), "an option is there");
                parts.push_back({question.id + " is " + question.options[step.option].id});
                break;
            case Operation::is_skipped:
                parts.push_back({question.id + " is skipped"});
                break;
            case Operation::is_answered:
                parts.push_back({question.id + " is answered"});
                break;
            case Operation::negate:
                require(!parts.empty(), "an operation has its operand");
                parts.back() = {"not " + parts.back().at_least(Said::Tie::single)};
                break;
            case Operation::both:
                parts.push_back(joined(parts, " and ", Said::Tie::both));
                break;
            case Operation::either:
                parts.push_back(joined(parts, " or ", Said::Tie::either));
                break;
        }
    }
    require(parts.size() == 1, "one truth is left");
    return parts.front().words;
}

}  // namespace
}  // namespace pocketplan::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pocketplan;
    static const fuzz::Scene scene;
    const auto text = fuzz::text_of(data, size);
    if (content::first_broken_byte(text)) return -1;  // the reader of the file refuses it
    const auto parsed = content::parse_condition(text, scene.library, scene.names);
    if (!parsed) {
        fuzz::require_one_line(content::compiler::describe({{"interview.yaml", 1}, parsed.error().message}));
        fuzz::require(parsed.error().column <= size, "a fault is in the text");
        fuzz::require(parsed.error().message.starts_with("expected "), "a fault says what was expected");
        return 0;
    }
    const auto words = fuzz::said(*parsed, scene.library);
    const auto again = content::parse_condition(words, scene.library, scene.names);
    // A list, or a name for a part, takes a bracket more when it is said in full.
    const bool too_deep = !again && again.error().message.starts_with("expected fewer brackets");
    fuzz::require(too_deep || (again && *again == *parsed), "said again it is the same", words);
    for (const auto& answers : scene.visits) {
        const auto shown = content::shown_questions(scene.library, answers);
        const bool holds = content::holds(*parsed, answers, shown);
        const auto negated = content::parse_condition("not (" + words + ")", scene.library, scene.names);
        fuzz::require(!negated || content::holds(*negated, answers, shown) != holds, "not is the opposite", words);
    }
    return 0;
}
