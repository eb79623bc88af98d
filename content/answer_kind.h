#pragma once

#include <array>
#include <cstddef>
#include <string_view>

// How a question can be answered, and what follows from it everywhere. docs/CONTENT.md says what an author writes.
namespace pocketplan::content {

enum class AnswerKind { choice, choices, text, phone, date, time, country, number, person };

// What is typed for an answer. A person's phone is digits too, in a field of its own.
enum class Keys { none, letters, digits };
// Whose words an answer is said in. Ours are said in every language, so that a helper who reads English reads them too;
// the visitor's own stay as they were typed.
enum class Wording { ours, own };

struct KindOfAnswer {
    AnswerKind kind{};
    std::string_view name;  // as an author writes it
    Keys keys{};
    Wording wording{};
};

inline constexpr std::array kinds_of_answers{
    KindOfAnswer{AnswerKind::choice, "choice", Keys::none, Wording::ours},
    KindOfAnswer{AnswerKind::choices, "choices", Keys::none, Wording::ours},
    KindOfAnswer{AnswerKind::text, "text", Keys::letters, Wording::own},
    KindOfAnswer{AnswerKind::phone, "phone", Keys::digits, Wording::own},
    KindOfAnswer{AnswerKind::date, "date", Keys::none, Wording::ours},
    KindOfAnswer{AnswerKind::time, "time", Keys::none, Wording::ours},
    KindOfAnswer{AnswerKind::country, "country", Keys::letters, Wording::ours},
    KindOfAnswer{AnswerKind::number, "number", Keys::digits, Wording::own},
    KindOfAnswer{AnswerKind::person, "person", Keys::letters, Wording::own},
};

constexpr bool are_in_order() {
    for (std::size_t at = 0; at < kinds_of_answers.size(); ++at) {
        if (static_cast<std::size_t>(kinds_of_answers[at].kind) != at) return false;
    }
    return true;
}
static_assert(are_in_order());

constexpr Keys keys_of(AnswerKind kind) {
    return kinds_of_answers[static_cast<std::size_t>(kind)].keys;
}
constexpr Wording wording_of(AnswerKind kind) {
    return kinds_of_answers[static_cast<std::size_t>(kind)].wording;
}

}  // namespace pocketplan::content
