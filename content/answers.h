#pragma once

#include <algorithm>
#include <cstdint>
#include <memory_resource>
#include <variant>
#include <vector>

#include "content/words.h"

namespace pocketplan::content {

// Index into Library::questions.
enum class QuestionIndex : std::uint16_t {};
// Index into Library::countries.
enum class CountryIndex : std::uint16_t {};

// A day of the proleptic Gregorian calendar; month and day count from 1.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;
    bool operator==(const Date&) const = default;
};

// On the 24-hour clock.
struct TimeOfDay {
    int hour = 0;
    int minute = 0;
    bool operator==(const TimeOfDay&) const = default;
};

// One option, as an index into Question::options.
struct Choice {
    std::uint8_t option = 0;
    bool operator==(const Choice&) const = default;
};

// Several options, bit n for Question::options[n]. No bit set is an answer too: "none of these".
struct Choices {
    std::uint64_t options = 0;
    [[nodiscard]] bool has(std::size_t option) const { return (options >> option & 1U) != 0; }
    bool operator==(const Choices&) const = default;
};

struct Person {
    Words name;
    Words phone;
};
using People = std::pmr::vector<Person>;

// std::monostate: not answered. Words is used for text, phone and number.
using Answer = std::variant<std::monostate, Choice, Choices, Words, Date, TimeOfDay, CountryIndex, People>;

// What the visitor has said so far, one Answer per question. Lives in the default memory resource (the visit's arena).
class Answers {
public:
    explicit Answers(std::size_t question_count) : answers_(question_count) {}

    [[nodiscard]] const Answer& operator[](QuestionIndex question) const { return answers_[slot(question)]; }
    [[nodiscard]] bool answered(QuestionIndex question) const { return (*this)[question].index() != 0; }
    // Whether anything was answered at all.
    [[nodiscard]] bool any() const {
        return std::any_of(answers_.begin(), answers_.end(), [](const Answer& answer) { return answer.index() != 0; });
    }
    [[nodiscard]] std::size_t question_count() const { return answers_.size(); }

    void set(QuestionIndex question, Answer answer) { answers_[slot(question)] = std::move(answer); }
    void forget(QuestionIndex question) { answers_[slot(question)] = std::monostate{}; }

private:
    static std::size_t slot(QuestionIndex question) { return static_cast<std::size_t>(question); }
    std::pmr::vector<Answer> answers_;
};

}  // namespace pocketplan::content
