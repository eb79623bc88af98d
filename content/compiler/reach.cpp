#include <algorithm>
#include <map>
#include <set>

#include "content/compiler/parts.h"
#include "content/interview.h"

namespace pocketplan::content::compiler {
namespace {

// Tries every answer that a condition can distinguish. A question is answered in all the ways that matter to the
// condition: skipped, each option that is named, and one that is not (for choices: each set of the named ones).
// Questions that those depend on are tried as well.
class Reach {
public:
    explicit Reach(const Library& library) : library_(library) {}

    // `too_many`: the message for a condition with too many answers to try them all.
    [[nodiscard]] bool can_hold(const Condition& condition, bool too_many = true) const {
        std::map<QuestionIndex, std::set<std::uint8_t>> told;
        gather(condition, told);
        std::vector<std::pair<QuestionIndex, std::vector<Answer>>> ways;
        std::size_t combinations = 1;
        for (const auto& [question, options] : told) {
            ways.emplace_back(question, ways_to_answer(library_.question(question), options));
            combinations *= ways.back().second.size();
            if (combinations > most_combinations) return too_many;
        }
        Answers answers(library_.questions.size());
        return try_all(condition, ways, 0, answers);
    }

private:
    static constexpr std::size_t most_combinations = 200'000;

    void gather(const Condition& condition, std::map<QuestionIndex, std::set<std::uint8_t>>& told) const {
        using Operation = Condition::Operation;
        for (const auto& step : condition.steps) {
            const bool asks = step.operation == Operation::is_option || step.operation == Operation::is_skipped ||
                              step.operation == Operation::is_answered;
            if (!asks) continue;
            const bool is_new = !told.contains(step.question);
            auto& options = told[step.question];
            if (step.operation == Operation::is_option) options.insert(step.option);
            if (is_new) gather(library_.question(step.question).when, told);
        }
    }

    static std::vector<Answer> ways_to_answer(const Question& question, const std::set<std::uint8_t>& options) {
        std::vector<Answer> ways(1);  // skipped
        if (question.kind == AnswerKind::choices) {
            for (std::uint64_t set = 0; set < (std::uint64_t{1} << options.size()); ++set) {
                Choices choices;
                std::size_t bit = 0;
                for (const auto option : options) choices.options |= (set >> bit++ & 1U) << option;
                ways.emplace_back(choices);
            }
            return ways;
        }
        for (std::uint8_t option = 0; option < question.options.size(); ++option) {
            const bool named = options.contains(option);
            if (named || ways.size() <= options.size() + 1) ways.emplace_back(Choice{option});
        }
        if (question.options.empty()) ways.emplace_back(Words("x"));
        return ways;
    }

    bool try_all(const Condition& condition, std::vector<std::pair<QuestionIndex, std::vector<Answer>>>& ways,
                 std::size_t at, Answers& answers) const {
        if (at == ways.size()) return holds(condition, answers, shown_questions(library_, answers));
        for (auto& way : ways[at].second) {
            if (const auto* words = std::get_if<Words>(&way)) {
                answers.set(ways[at].first, words->copy());
            } else if (const auto* choice = std::get_if<Choice>(&way)) {
                answers.set(ways[at].first, *choice);
            } else if (const auto* choices = std::get_if<Choices>(&way)) {
                answers.set(ways[at].first, *choices);
            } else {
                answers.forget(ways[at].first);
            }
            if (try_all(condition, ways, at + 1, answers)) return true;
        }
        return false;
    }

    const Library& library_;
};

// The line of the part with this id; a group's field is in the group's list.
const Yaml* find_part(const std::vector<Yaml>& parts, const std::string& id) {
    const auto group = id.substr(0, id.find('.'));
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Yaml& part) {
        const auto name = part.text_or("id", "");
        return name == id || name == group;
    });
    return found == parts.end() ? nullptr : &*found;
}

bool is_printed(const Library& library, const std::string& paper) {
    return std::any_of(library.papers.begin(), library.papers.end(), [&](const Paper& p) { return p.id == paper; });
}

// Two items with the same fact that can both be on one paper.
void check_twice_told(const Yaml& advice, const Reach& reach, const Library& library) {
    const auto parts = advice.list();
    const auto check = [&](const Advice& first, const Advice& second) {
        for (const auto& one : first.placements) {
            for (const auto& other : second.placements) {
                const bool printed = one.paper == other.paper && is_printed(library, one.paper);
                if (!printed || !reach.can_hold(both(one.when, other.when), false)) continue;
                if (const auto* part = find_part(parts, second.id)) {
                    part->fault("'" + second.id + "' and '" + first.id + "' both say " + second.fact + " on " +
                                one.paper + "; let their conditions exclude each other, or make them one");
                }
            }
        }
    };
    for (std::size_t at = 0; at < library.advice.size(); ++at) {
        for (std::size_t before = 0; before < at; ++before) {
            if (library.advice[before].fact == library.advice[at].fact)
                check(library.advice[before], library.advice[at]);
        }
    }
}

}  // namespace

void check_reach(const Yaml& interview, const Yaml& advice, const Yaml& papers, const Library& library) {
    const Reach reach(library);
    const auto tell = [](const std::vector<Yaml>& parts, const std::string& id, const std::string& message) {
        if (const auto* part = find_part(parts, id)) part->fault("'" + id + "' " + message);
    };
    const auto questions = interview.list("questions");
    for (const auto& question : library.questions) {
        if (!reach.can_hold(question.when))
            tell(questions, question.id, "can never be asked; its condition never holds");
    }
    const auto printed = papers.list("papers");
    for (const auto& paper : library.papers) {
        if (!reach.can_hold(paper.when)) tell(printed, paper.id, "can never be printed; its condition never holds");
    }
    check_twice_told(advice, reach, library);
    const auto said = advice.list();
    for (const auto& item : library.advice) {
        for (const auto& placement : item.placements) {
            if (reach.can_hold(placement.when)) continue;
            tell(said, item.id, "can never be said on " + placement.paper + "; its condition never holds");
        }
    }
}

}  // namespace pocketplan::content::compiler
