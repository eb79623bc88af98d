#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/e2e/played_kiosk.h"
#include "tests/support/memory_search.h"

namespace pocketplan::tests {

// One visit's answers, of words that are nowhere else, and how they look in memory.
struct Told {
    std::string language;
    std::string json;
    std::vector<std::string> words;
    [[nodiscard]] Needles needles() const;
    // And the visit's mark, which lies beside them and is the id of what it printed.
    [[nodiscard]] Needles needles_and(const std::string& mark) const;
};
// Every field that is typed, in Latin, Cyrillic and Arabic letters.
const Told& told_in_english();
const Told& told_in_russian();
const Told& told_in_arabic();
// And of those who are left alone, beside other tests.
const Told& told_in_spanish();
const Told& told_in_turkish();

// Where a visit could leave something on this machine, besides the kiosk's own memory: other programs' memory, and
// every folder that such a program writes to. A printer's spool stands for paper, and is exempt.
class Surroundings {
public:
    Surroundings(std::vector<pid_t> processes, std::vector<std::filesystem::path> folders,
                 std::vector<std::filesystem::path> paper);
    // `words` in the memory of the programs, `all` in the files. Files that were not touched since the surroundings
    // were made hold nothing new.
    [[nodiscard]] std::vector<Hit> find(const Needles& words, const Needles& all) const;

private:
    std::vector<pid_t> processes_;
    std::vector<std::filesystem::path> folders_;
    std::vector<std::filesystem::path> paper_;
    std::filesystem::file_time_type since_ = std::filesystem::file_time_type::clock::now();
};

// Each hit's place, for a failed test to name.
std::string name(const std::vector<Hit>& hits);

// The kiosk, stopped by gdb where it is about to replace itself.
class AboutToExec {
public:
    // Attaches now; the kiosk goes on.
    explicit AboutToExec(const PlayedKiosk& kiosk, pid_t process);
    // Whether it came to that point.
    [[nodiscard]] bool reached() const;

private:
    std::filesystem::path folder_;
    Process debugger_;
};

// Hits that are not in a block of the heap that a named seam asked for (docs/PRIVACY.md, "The seams").
std::vector<std::string> outside_of_the_seams(pid_t process, const std::vector<Hit>& hits,
                                              const std::filesystem::path& traced_blocks);

}  // namespace pocketplan::tests
