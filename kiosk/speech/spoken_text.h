#pragma once

#include <memory_resource>
#include <string_view>
#include <vector>

namespace pocketplan::speech {

// Text that may hold what a visitor said; over a vector, because a std::pmr::string keeps 15 bytes inside the object.
using SpokenText = std::pmr::vector<char>;
inline std::string_view view(const SpokenText& text) {
    return {text.data(), text.size()};
}

// What a screen says, as a voice should read it; UTF-8, in the default memory resource. Each line ends with a pause,
// and nothing that has no sound is left: the marks that isolate values from right-to-left text, icons (private codes).
//
// Numbers that are dialled or compared digit by digit become single digits with a pause between the groups that are
// written: "1-833-383-1465" -> "1, 8 3 3, 3 8 3, 1 4 6 5", "A 123-456-789" -> "A, 1 2 3, 4 5 6, 7 8 9". These are
// numbers of 7 digits or more, with or without separators, and shorter ones that begin with zero ("0102"). Amounts
// ("90", "2026", "1,000,000"), dates ("12/31/2026", "2026-12-31"), years ("2025-2026") and times stay: voices know
// them. So do the short numbers of emergency services ("911"), which nothing tells from an amount.
SpokenText spoken_text(std::string_view text);

// Letter by letter, with a pause after each: what was typed, on asking.
SpokenText spelled_text(std::string_view text);

}  // namespace pocketplan::speech
