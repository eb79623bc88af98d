#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "content/answers.h"

// What the centre may know of the machine's use: state.db, with numbers per week and nothing else.
namespace pocketplan::machine {

// A language is written down for a week only when so many visits share it: fewer might tell of somebody.
inline constexpr std::uint8_t enough_to_tell = 10;

// Visits of this week in each language, as long as they are too few to be written down; in the order of the languages'
// tags, since that of the visits would tell who came first. In memory alone, handed on from process to process, and
// begun again with each start of the machine. By tag: a centre may change its languages from one process to the next.
struct Tally {
    struct Few {
        std::array<char, 16> language{};  // a tag, zero-terminated; empty: a place that is free
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

// done: written. begun_anew: the file was damaged, lies beside it as state.db.damaged, and a new one was begun.
// unwritable: nothing was counted; a full disk changes nothing for visitors.
enum class CountOutcome { done, begun_anew, unwritable };

// The Monday of the week that a day is in, as ISO 8601 has it: "2026-11-23".
std::string week_of(const content::Date& day);

// Adds one visit to `week` in `folder`/state.db, which is made if it is not there.
CountOutcome count_visit(const std::filesystem::path& folder, const std::string& week, const Counted& counted,
                         Tally& tally);

}  // namespace pocketplan::machine
