#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "content/answers.h"
#include "kiosk/machine/change.h"

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

// The Monday of a day's ISO 8601 week: "2026-11-23".
std::string week_of(const content::Date& day);

// Adds one visit to `week` in `folder`/state.db, which is created if it does not exist.
ChangeOutcome count_visit(const std::filesystem::path& folder, const std::string& week, const Counted& counted,
                          Tally& tally);

// What was counted in one week.
struct WeekCount {
    content::Date monday{};
    int visits = 0;
    int prints = 0;
    int faults = 0;
};
// This week, and those before it.
inline constexpr std::size_t weeks_told = 5;
// Unset if the file cannot be read. A week of which nothing was counted has zeros.
std::optional<std::array<WeekCount, weeks_told>> read_weeks(const std::filesystem::path& folder,
                                                            const content::Date& today);

}  // namespace pocketplan::machine
