#include <algorithm>
#include <cctype>
#include <string>

#include "content/condition.h"
#include "content/library.h"

namespace pocketplan::content {

namespace {

using Operation = Condition::Operation;

constexpr int deepest = 40;  // brackets and 'not' within each other: keeps the reader's own stack, and holds(), bounded

// Reads one condition, by recursive descent: or < and < not < term. Made and used up by parse_condition. A fault stops
// it: fault_ is set, and every function returns at once. (A generated parser was left: the grammar has nine rules.)
class Parser {
public:
    Parser(std::string_view text, const Library& library, const NamedConditions& names)
        : text_(text), library_(library), names_(names) {
        advance();
    }

    tl::expected<Condition, ConditionFault> parse() {
        parse_either();
        if (fault_.message.empty() && !token_.empty()) expect("'and', 'or' or the end");
        if (fault_.message.empty() && !is_sound(result_, library_))
            fail("is too deep: name a part of it under 'conditions'");
        if (!fault_.message.empty()) return tl::unexpected(fault_);
        return result_;
    }

private:
    [[nodiscard]] static bool in_word(char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || c == '-';
    }

    void advance() {
        while (next_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[next_])) != 0) ++next_;
        column_ = next_;
        while (next_ < text_.size() && in_word(text_[next_])) ++next_;
        if (next_ == column_ && next_ < text_.size()) ++next_;
        token_ = text_.substr(column_, next_ - column_);
    }

    void fail(std::string message) {
        if (fault_.message.empty()) fault_ = {column_, std::move(message)};
        next_ = text_.size();
        token_ = {};
    }

    void expect(const std::string& what) {
        fail("expected " + what + (token_.empty() ? " after the end" : ", found '" + std::string(token_) + "'"));
    }

    bool take(std::string_view word) {
        if (token_ != word) return false;
        advance();
        return true;
    }

    void take_or_fail(std::string_view word) {
        if (fault_.message.empty() && !take(word)) expect("'" + std::string(word) + "'");
    }

    void add(Operation operation, QuestionIndex question = {}, std::uint8_t option = 0) {
        result_.steps.push_back({operation, question, option});
    }

    void parse_either() {
        parse_both();
        while (take("or")) {
            parse_both();
            add(Operation::either);
        }
    }

    void parse_both() {
        parse_term();
        while (take("and")) {
            parse_term();
            add(Operation::both);
        }
    }

    void parse_term() {
        if (++depth_ > deepest) return fail("is too deep: name a part of it under 'conditions'");
        if (take("not")) {
            parse_term();
            add(Operation::negate);
        } else if (take("(")) {
            parse_either();
            take_or_fail(")");
        } else if (take("always")) {
            add(Operation::always);
        } else if (take("never")) {
            add(Operation::never);
        } else {
            parse_name_or_question();
        }
        --depth_;
    }

    void parse_name_or_question() {
        const auto named = std::find_if(names_.begin(), names_.end(), [&](const auto& n) { return n.first == token_; });
        if (named != names_.end()) {
            const auto& steps = named->second.steps;
            if (steps.empty()) add(Operation::always);
            result_.steps.insert(result_.steps.end(), steps.begin(), steps.end());
            return advance();
        }
        if (token_.empty() || !in_word(token_.front())) return expect("a question or the name of a condition");
        const auto question = library_.find_question(token_);
        if (!question) return fail("'" + std::string(token_) + "' is neither a question nor the name of a condition");
        advance();
        parse_predicate(*question);
    }

    void parse_predicate(QuestionIndex question) {
        const bool several = library_.question(question).kind == AnswerKind::choices;
        if (take("is")) {
            if (take("skipped")) return add(Operation::is_skipped, question);
            if (take("answered")) return add(Operation::is_answered, question);
            if (several) return expect("'skipped' or 'answered' (a question of kind choices 'has' options)");
            return parse_option(question);
        }
        if (!several && take("in")) return parse_list(question);
        if (several && take("has")) {
            if (!take("any")) return parse_option(question);
            take_or_fail("of");
            return parse_list(question);
        }
        expect(several ? "'has' or 'is'" : "'is' or 'in'");
    }

    void parse_option(QuestionIndex question) {
        const auto& options = library_.question(question).options;
        const auto option = std::find_if(options.begin(), options.end(), [&](const auto& o) { return o.id == token_; });
        if (token_.empty() || option == options.end()) {
            return expect("an option of " + library_.question(question).id);
        }
        add(Operation::is_option, question, static_cast<std::uint8_t>(option - options.begin()));
        advance();
    }

    void parse_list(QuestionIndex question) {
        take_or_fail("(");
        for (bool first = true; fault_.message.empty(); first = false) {
            if (take("skipped")) {
                add(Operation::is_skipped, question);
            } else {
                parse_option(question);
            }
            if (!first) add(Operation::either);
            if (take(")")) return;
            take_or_fail(",");
        }
    }

    std::string_view text_;
    const Library& library_;
    const NamedConditions& names_;
    std::size_t next_ = 0;    // where the token after token_ begins
    std::size_t column_ = 0;  // where token_ begins
    std::string_view token_;
    int depth_ = 0;
    Condition result_;
    ConditionFault fault_;
};

// A part of a condition as text, and how loosely it binds: 0 a term, 1 and, 2 or.
struct Part {
    std::string text;
    int binding = 0;
};

std::string bracketed(const Part& part, int tightest) {
    return part.binding > tightest ? "(" + part.text + ")" : part.text;
}

void join(std::vector<Part>& parts, const char* word, int binding) {
    const Part right = std::move(parts.back());
    parts.pop_back();
    parts.back() = {bracketed(parts.back(), binding) + word + bracketed(right, binding - 1), binding};
}

std::string option_text(const Condition::Step& step, const Library& library) {
    const Question& question = library.question(step.question);
    return question.id + (question.kind == AnswerKind::choices ? " has " : " is ") + question.options[step.option].id;
}

}  // namespace

tl::expected<Condition, ConditionFault> parse_condition(std::string_view text, const Library& library,
                                                        const NamedConditions& names) {
    return Parser(text, library, names).parse();
}

std::string to_text(const Condition& condition, const Library& library) {
    std::vector<Part> parts;
    for (const auto& step : condition.steps) {
        switch (step.operation) {
            case Operation::always:
                parts.push_back({"always"});
                break;
            case Operation::never:
                parts.push_back({"never"});
                break;
            case Operation::is_option:
                parts.push_back({option_text(step, library)});
                break;
            case Operation::is_skipped:
                parts.push_back({library.question(step.question).id + " is skipped"});
                break;
            case Operation::is_answered:
                parts.push_back({library.question(step.question).id + " is answered"});
                break;
            case Operation::negate:
                parts.back() = {"not " + bracketed(parts.back(), 0)};
                break;
            case Operation::both:
                join(parts, " and ", 1);
                break;
            case Operation::either:
                join(parts, " or ", 2);
                break;
        }
    }
    return parts.empty() ? "" : parts.back().text;
}

}  // namespace pocketplan::content
