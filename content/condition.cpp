#include "content/condition.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "content/library.h"

namespace pocketplan::content {
namespace {

using Operation = Condition::Operation;

bool is_word_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.';
}

// How many truth values may be on the stack while a condition is evaluated; holds() keeps one per bit of a word.
constexpr int most_truths = 64;

int deepest_stack(const Condition& condition) {
    int depth = 0;
    int deepest = 0;
    for (const auto& step : condition.steps) {
        const bool joins = step.operation == Operation::both || step.operation == Operation::either;
        depth += joins ? -1 : step.operation == Operation::negate ? 0 : 1;
        deepest = std::max(deepest, depth);
    }
    return deepest;
}

// Recursive descent over the grammar of docs/CONTENT.md. Stops at the first fault.
class Parser {
public:
    Parser(std::string_view text, const Library& library, const NamedConditions& names)
        : text_(text), library_(library), names_(names) {}

    tl::expected<Condition, ConditionFault> parse() {
        if (!parse_either()) return tl::unexpected(fault_);
        if (deepest_stack(condition_) > most_truths) return tl::unexpected(fail("fewer brackets; name a part of it"));
        if (!peek().empty()) return tl::unexpected(fail("the end, 'and' or 'or'"));
        return condition_;
    }

private:
    std::string_view peek() {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
        std::size_t end = at_;
        while (end < text_.size() && is_word_character(text_[end])) ++end;
        if (end == at_ && at_ < text_.size()) ++end;  // a bracket or a comma, or a letter that means nothing here
        while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U) ++end;
        return text_.substr(at_, end - at_);
    }
    std::string_view take() {
        const auto token = peek();
        at_ += token.size();
        return token;
    }
    bool accept(std::string_view token) {
        if (peek() != token) return false;
        take();
        return true;
    }
    bool expect(std::string_view token) {
        if (accept(token)) return true;
        fault_ = fail("'" + std::string(token) + "'");
        return false;
    }

    ConditionFault fail(const std::string& expected) {
        const auto token = peek();
        const std::string found = token.empty() ? "the end" : "'" + std::string(token) + "'";
        return {at_, "expected " + expected + ", found " + found};
    }
    void emit(Operation operation, QuestionIndex question = {}, std::size_t option = 0) {
        condition_.steps.push_back({operation, question, static_cast<std::uint8_t>(option)});
    }

    // Limits how deep brackets and nots may be nested: no author needs many, and each takes room on the stack.
    bool enter() {
        if (++nested_ <= most_nested) return true;
        fault_ = fail("fewer brackets; name a part of it");
        return false;
    }

    bool parse_either() {
        if (!parse_both()) return false;
        while (accept("or")) {
            if (!parse_both()) return false;
            emit(Operation::either);
        }
        return true;
    }
    bool parse_both() {
        if (!parse_negated()) return false;
        while (accept("and")) {
            if (!parse_negated()) return false;
            emit(Operation::both);
        }
        return true;
    }
    bool parse_negated() {
        if (!accept("not")) return parse_primary();
        if (!enter() || !parse_negated()) return false;
        --nested_;
        emit(Operation::negate);
        return true;
    }
    bool parse_primary() {
        if (accept("(")) {
            if (!enter() || !parse_either()) return false;
            --nested_;
            return expect(")");
        }
        if (accept("always")) return emit(Operation::always), true;
        if (accept("never")) return emit(Operation::never), true;
        const auto name = peek();
        const auto named = std::find_if(names_.begin(), names_.end(), [&](const auto& n) { return n.first == name; });
        if (named != names_.end()) {
            take();
            condition_.steps.insert(condition_.steps.end(), named->second.steps.begin(), named->second.steps.end());
            return true;
        }
        const auto question = library_.find_question(name);
        if (!question) {
            fault_ = fail("a question that is asked above, or a named condition");
            return false;
        }
        take();
        return parse_test(*question);
    }
    bool parse_test(QuestionIndex question) {
        if (accept("is") || (accept("has") && !(peek() == "any"))) return parse_value(question);
        if (accept("any")) return expect("of") && parse_values(question);
        if (accept("in")) return parse_values(question);
        fault_ = fail("'is', 'has' or 'in'");
        return false;
    }
    bool parse_values(QuestionIndex question) {
        if (!expect("(") || !parse_value(question)) return false;
        while (accept(",")) {
            if (!parse_value(question)) return false;
            emit(Operation::either);
        }
        return expect(")");
    }
    bool parse_value(QuestionIndex question) {
        if (accept("skipped")) return emit(Operation::is_skipped, question), true;
        if (accept("answered")) return emit(Operation::is_answered, question), true;
        const auto& options = library_.question(question).options;
        const auto value = peek();
        const auto option =
            std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.id == value; });
        if (option == options.end()) {
            fault_ = fail("an option of " + library_.question(question).id);
            return false;
        }
        take();
        emit(Operation::is_option, question, static_cast<std::size_t>(option - options.begin()));
        return true;
    }

    std::string_view text_;
    const Library& library_;
    const NamedConditions& names_;
    static constexpr int most_nested = 32;
    std::size_t at_ = 0;
    int nested_ = 0;
    Condition condition_;
    ConditionFault fault_;
};

bool is_option(const Answer& answer, std::size_t option) {
    if (const auto* choice = std::get_if<Choice>(&answer)) return choice->option == option;
    if (const auto* choices = std::get_if<Choices>(&answer)) return choices->has(option);
    return false;
}

// A stack of truth values, one bit each, newest lowest. The parser refuses conditions that need more than 64.
class Truths {
public:
    void push(bool truth) { bits_ = bits_ << 1U | (truth ? 1U : 0U); }
    bool pop() {
        const bool truth = (bits_ & 1U) != 0;
        bits_ >>= 1U;
        return truth;
    }

private:
    std::uint64_t bits_ = 0;
};

}  // namespace

tl::expected<Condition, ConditionFault> parse_condition(std::string_view text, const Library& library,
                                                        const NamedConditions& names) {
    return Parser(text, library, names).parse();
}

bool holds(const Condition& condition, const Answers& answers, const Shown& shown) {
    if (condition.steps.empty()) return true;
    Truths truths;
    for (const auto& step : condition.steps) {
        const bool is_shown = shown[static_cast<std::size_t>(step.question)];
        switch (step.operation) {
            case Operation::always:
                truths.push(true);
                break;
            case Operation::never:
                truths.push(false);
                break;
            case Operation::is_option:
                truths.push(is_shown && is_option(answers[step.question], step.option));
                break;
            case Operation::is_skipped:
                truths.push(is_shown && !answers.answered(step.question));
                break;
            case Operation::is_answered:
                truths.push(is_shown && answers.answered(step.question));
                break;
            case Operation::negate:
                truths.push(!truths.pop());
                break;
            case Operation::both: {
                const bool second = truths.pop();
                truths.push(truths.pop() && second);
                break;
            }
            case Operation::either: {
                const bool second = truths.pop();
                truths.push(truths.pop() || second);
                break;
            }
        }
    }
    return truths.pop();
}

}  // namespace pocketplan::content
