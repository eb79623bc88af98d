#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "content/answers.h"

// What the centre may know about the machine's use: state.db, with numbers per week and nothing else.
namespace pocketplan::machine {

// A language is recorded for a week only if this many visits share it: a smaller number could identify somebody.
inline constexpr std::uint8_t enough_to_tell = 10;

// Visits of this week in each language, while they are too few to be recorded; in the order of the languages' tags,
// because the order of visits would tell who came first. In memory only, handed on from process to process, and lost
// when the machine restarts. By tag: a centre may change its languages from one process to the next.
struct Tally {
    struct Few {
        std::array<char, 16> language{};  // a tag, zero-terminated; empty: unused
        std::uint8_t visits = 0;
    };
    std::array<char, 12> week{};  // zero-terminated
    std::array<Few, 64> few{};
};

// What one visit adds.
struct Counted {
    std::string language;  // a tag
    bool printed = false;
    bool trouble = false;  // of the printer
};

// done: written. begun_anew: the file was damaged; it is kept as state.db.damaged, and a new one was started.
// unwritable: nothing was counted; a full disk changes nothing for visitors.
enum class CountOutcome { done, begun_anew, unwritable };

// The Monday of a day's ISO 8601 week: "2026-11-23".
std::string week_of(const content::Date& day);

// Adds one visit to `week` in `folder`/state.db, which is created if it does not exist.
CountOutcome count_visit(const std::filesystem::path& folder, const std::string& week, const Counted& counted,
                         Tally& tally);

}  // namespace pocketplan::machine
