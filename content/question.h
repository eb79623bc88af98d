#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content/condition.h"

namespace pocketplan::content {

// A text's place in Language::texts, the same in every language.
enum class TextIndex : std::uint32_t {};

enum class AnswerKind { choice, choices, text, phone, date, time, country, number, person };
enum class Sensitivity { none, low, medium, high };

struct Option {
    std::string id;
    std::string icon;
    TextIndex label{};
    bool alone = false;  // choosing it takes every other choice back
};

struct Question {
    std::string id;  // a field of a group is "group.field"
    AnswerKind kind = AnswerKind::choice;
    TextIndex text{};
    std::optional<TextIndex> why;
    Condition when;
    std::vector<Option> options;
    Sensitivity sensitivity = Sensitivity::none;
    bool group = false;          // a choice of write / blank whose fields follow it
    bool none_of_these = false;  // choices: offers "None of these"
    bool on_review = false;      // asked on the review screen, not as a screen of its own
    int longest = 60;            // text and a person's name: most code points
    int at_most = 1;             // person: how many
    int fewest_digits = 0;       // number
    int most_digits = 0;
    std::string grouping;  // number: "A 000-000-000", filled from the right
};

}  // namespace pocketplan::content
