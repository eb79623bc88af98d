#include "content/compiler/plural.h"

#include <array>
#include <cctype>
#include <string>

#include "content/model.h"

namespace pocketplan::content::compiler {
namespace {

// Evaluates one expression for one n, by recursive descent; each level of precedence is a row of `levels`.
class Expression {
public:
    Expression(std::string_view text, long n) : rest_(text), n_(n) {}

    // Unset where the text is no expression.
    std::optional<long> value() {
        const long result = choice();
        skip();
        if (failed_ || !rest_.empty()) return std::nullopt;
        return result;
    }

private:
    // From the loosest to the tightest (ISO C 6.5).
    static constexpr std::array<std::array<std::string_view, 4>, 6> levels{{
        {"||"}, {"&&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"+", "-"}, {"*", "/", "%"}}};

    void skip() {
        while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    }
    bool take(std::string_view sign) {
        skip();
        if (!rest_.starts_with(sign)) return false;
        rest_.remove_prefix(sign.size());
        return true;
    }

    long choice() {
        const long condition = binary(0);
        if (!take("?")) return condition;
        const long yes = choice();
        failed_ = failed_ || !take(":");
        const long no = choice();
        return condition != 0 ? yes : no;
    }

    std::string_view sign_of(std::size_t level) {
        for (const auto sign : levels[level]) {
            if (!sign.empty() && take(sign)) return sign;
        }
        return {};
    }

    long binary(std::size_t level) {
        if (level == levels.size()) return unary();
        long left = binary(level + 1);
        for (auto sign = sign_of(level); !sign.empty() && !failed_; sign = sign_of(level)) {
            left = apply(sign, left, binary(level + 1));
        }
        return left;
    }

    long apply(std::string_view sign, long left, long right) {
        if (sign == "||") return static_cast<long>(left != 0 || right != 0);
        if (sign == "&&") return static_cast<long>(left != 0 && right != 0);
        if (sign == "==") return static_cast<long>(left == right);
        if (sign == "!=") return static_cast<long>(left != right);
        if (sign == "<=") return static_cast<long>(left <= right);
        if (sign == ">=") return static_cast<long>(left >= right);
        if (sign == "<") return static_cast<long>(left < right);
        if (sign == ">") return static_cast<long>(left > right);
        if (sign == "+") return left + right;
        if (sign == "-") return left - right;
        if (sign == "*") return left * right;
        failed_ = failed_ || right == 0;
        if (failed_) return 0;
        return sign == "/" ? left / right : left % right;
    }

    long unary() {
        if (++depth_ > 50) failed_ = true;
        if (failed_) return 0;
        if (take("!")) return static_cast<long>(unary() == 0);
        if (take("(")) {
            const long inside = choice();
            failed_ = failed_ || !take(")");
            return inside;
        }
        if (take("n")) return n_;
        skip();
        long number = 0;
        std::size_t digits = 0;
        for (; digits < rest_.size() && digits < 6 && std::isdigit(static_cast<unsigned char>(rest_[digits])) != 0; ++digits) {
            number = number * 10 + (rest_[digits] - '0');
        }
        failed_ = failed_ || digits == 0;
        rest_.remove_prefix(digits);
        return number;
    }

    std::string_view rest_;
    long n_;
    int depth_ = 0;  // of everything parsed so far: a header is short
    bool failed_ = false;
};

// What stands between `key` and the next semicolon.
std::string_view part(std::string_view header, std::string_view key) {
    const auto at = header.find(key);
    if (at == std::string_view::npos) return {};
    const auto value = header.substr(at + key.size());
    return value.substr(0, value.find(';'));
}

}  // namespace

std::optional<PluralForms> read_plural_forms(std::string_view header) {
    const auto count = Expression(part(header, "nplurals="), 0).value();
    const auto expression = part(header, "plural=");
    if (!count || *count < 1 || *count > static_cast<long>(most_forms)) return std::nullopt;
    PluralForms forms{static_cast<int>(*count), {}};
    for (std::size_t n = 0; n < counts; ++n) {
        const auto form = Expression(expression, static_cast<long>(n)).value();
        if (!form || *form < 0 || *form >= *count) return std::nullopt;
        forms.by_count.push_back(static_cast<std::uint8_t>(*form));
    }
    return forms;
}

}  // namespace pocketplan::content::compiler
