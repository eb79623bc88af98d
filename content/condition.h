#pragma once

#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "content/answers.h"

namespace pocketplan::content {

struct Library;

// A condition in postfix order, as docs/CONTENT.md writes them ("situation has missed and not due"). An empty one
// always holds.
struct Condition {
    enum class Operation : std::uint8_t { always, never, is_option, is_skipped, is_answered, negate, both, either };
    struct Step {
        Operation operation = Operation::always;
        QuestionIndex question{};
        std::uint8_t option = 0;
        bool operator==(const Step&) const = default;
    };
    std::vector<Step> steps;
    bool operator==(const Condition&) const = default;
};

struct ConditionFault {
    std::size_t column = 0;  // from 0, in bytes
    std::string message;     // what is wrong and what was expected
};

// Named conditions by name; questions and options are looked up in `library`, which needs only its questions.
using NamedConditions = std::vector<std::pair<std::string, Condition>>;
tl::expected<Condition, ConditionFault> parse_condition(std::string_view text, const Library& library,
                                                        const NamedConditions& names);

// Which questions are shown, by QuestionIndex. It tells something about the visitor, so it lives where the answers do.
using Shown = std::pmr::vector<bool>;

// Whether the condition holds. A question that is not shown is neither skipped nor answered nor any option.
bool holds(const Condition& condition, const Answers& answers, const Shown& shown);

}  // namespace pocketplan::content
