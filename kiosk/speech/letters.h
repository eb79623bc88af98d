#pragma once

#include <cstdint>
#include <optional>

namespace pocketplan::speech {

// What a written number consists of.
enum class Part : std::uint8_t { digit, space, hyphen, dot, slash, open, close, plus, other };
Part part_of(char32_t letter);

// '0' to '9' for a digit of any script that visitors type.
std::optional<char> ascii_digit(char32_t letter);

// Has no sound: bidirectional marks and isolates, other controls, the private codes of icons.
bool is_silent(char32_t letter);

// Belongs to the letter before it: vowel signs, accents, joiners.
bool is_joined(char32_t letter);

}  // namespace pocketplan::speech
