#include "content/compiler/plural.h"

#include <array>
#include <string>

#include "content/model.h"

namespace pocketplan::content::compiler {
namespace {

using Number = std::uint64_t;  // gettext's unsigned long; it wraps

// Evaluates one expression for one n, by recursive descent over the grammar of gettext's plural.y; each level of
// precedence is a row of `levels`. Operands that `?`, `&&` and `||` skip are parsed, and may divide by zero.
class Expression {
public:
    Expression(std::string_view text, Number n) : rest_(text), n_(n) {}

    // Unset if the text is not an expression, or divides by zero.
    std::optional<Number> value() {
        const Number result = choice();
        skip();
        if (failed_ || !rest_.empty()) return std::nullopt;
        return result;
    }

private:
    static constexpr int deepest = 100;  // nested brackets, "!" and "?"
    // From the loosest to the tightest (ISO C 6.5).
    static constexpr std::array<std::array<std::string_view, 4>, 6> levels{
        {{"||"}, {"&&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"+", "-"}, {"*", "/", "%"}}};

    void skip() {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t')) rest_.remove_prefix(1);
    }
    bool take(std::string_view sign) {
        skip();
        if (!rest_.starts_with(sign)) return false;
        rest_.remove_prefix(sign.size());
        return true;
    }
    // Parses; the value counts only if `taken`.
    template <class Parse>
    Number part(bool taken, Parse parse) {
        left_out_ += taken ? 0 : 1;
        if (++depth_ > deepest) failed_ = true;
        const Number result = failed_ ? 0 : parse();
        --depth_;
        left_out_ -= taken ? 0 : 1;
        return result;
    }

    Number choice() {
        const Number condition = binary(0);
        if (!take("?")) return condition;
        const Number yes = part(condition != 0, [this] { return choice(); });
        failed_ = failed_ || !take(":");
        const Number no = part(condition == 0, [this] { return choice(); });
        return condition != 0 ? yes : no;
    }

    std::string_view sign_of(std::size_t level) {
        for (const auto sign : levels[level]) {
            if (!sign.empty() && take(sign)) return sign;
        }
        return {};
    }

    Number binary(std::size_t level) {
        if (level == levels.size()) return unary();
        Number left = binary(level + 1);
        for (auto sign = sign_of(level); !sign.empty() && !failed_; sign = sign_of(level)) {
            const bool decided = (sign == "||" && left != 0) || (sign == "&&" && left == 0);
            const Number right = part(!decided, [&] { return binary(level + 1); });
            left = apply(sign, left, right);
        }
        return left;
    }

    Number apply(std::string_view sign, Number left, Number right) {
        const auto truth = [](bool holds) { return static_cast<Number>(holds); };
        if (sign == "||") return truth(left != 0 || right != 0);
        if (sign == "&&") return truth(left != 0 && right != 0);
        if (sign == "==") return truth(left == right);
        if (sign == "!=") return truth(left != right);
        if (sign == "<=") return truth(left <= right);
        if (sign == ">=") return truth(left >= right);
        if (sign == "<") return truth(left < right);
        if (sign == ">") return truth(left > right);
        if (sign == "+") return left + right;
        if (sign == "-") return left - right;
        if (sign == "*") return left * right;
        failed_ = failed_ || (right == 0 && left_out_ == 0);
        if (right == 0) return 0;
        return sign == "/" ? left / right : left % right;
    }

    Number unary() {
        if (failed_) return 0;
        if (take("!")) return static_cast<Number>(part(true, [this] { return unary(); }) == 0);
        if (take("(")) {
            const Number inside = part(true, [this] { return choice(); });
            failed_ = failed_ || !take(")");
            return inside;
        }
        if (take("n")) return n_;
        skip();
        Number number = 0;
        std::size_t digits = 0;
        for (; digits < rest_.size() && rest_[digits] >= '0' && rest_[digits] <= '9'; ++digits) {
            number = number * 10 + static_cast<Number>(rest_[digits] - '0');
        }
        failed_ = failed_ || digits == 0;
        rest_.remove_prefix(digits);
        return number;
    }

    std::string_view rest_;
    Number n_;
    int depth_ = 0;
    int left_out_ = 0;
    bool failed_ = false;
};

// The text between `key` and the next semicolon.
std::string_view part(std::string_view header, std::string_view key) {
    const auto at = header.find(key);
    if (at == std::string_view::npos) return {};
    const auto value = header.substr(at + key.size());
    return value.substr(0, value.find(';'));
}

}  // namespace

std::optional<PluralForms> read_plural_forms(std::string_view header) {
    constexpr Number checked = 1000;  // as many as msgfmt --check tries
    const auto count = Expression(part(header, "nplurals="), 0).value();
    const auto expression = part(header, "plural=");
    if (!count || *count < 1 || *count > most_forms) return std::nullopt;
    PluralForms forms{static_cast<int>(*count), {}};
    for (Number n = 0; n <= checked; ++n) {
        const auto form = Expression(expression, n).value();
        if (!form || *form >= *count) return std::nullopt;
        if (n < counts) forms.by_count.push_back(static_cast<std::uint8_t>(*form));
    }
    return forms;
}

}  // namespace pocketplan::content::compiler
