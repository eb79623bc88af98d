#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/e2e/played_kiosk.h"
#include "tests/support/memory_search.h"

namespace pocketplan::tests {

// One visit's answers, with words that are nowhere else, and their forms in memory.
struct Told {
    std::string language;
    std::string json;
    std::vector<std::string> words;
    [[nodiscard]] Needles needles() const;
    // And the visit's mark, which is next to them and is the id of the printed file; and pixels of theirs, if any.
    [[nodiscard]] Needles needles_and(const std::string& mark, const std::vector<std::uint8_t>& pixels = {}) const;
    // What a contact is called, which is seen in a picture of the review.
    [[nodiscard]] const std::string& word_in_pictures() const { return words[2]; }
};
// A row of pixels alone, to prove that the search would find it.
Needles needles_of(const std::vector<std::uint8_t>& pixels);
// Every field that is typed, in Latin, Cyrillic and Arabic letters.
const Told& told_in_english();
const Told& told_in_russian();
const Told& told_in_arabic();
// And of visits that are left alone, which run in parallel with other tests.
const Told& told_in_spanish();
const Told& told_in_turkish();

// Where a visit could leave something on this machine, apart from the kiosk's own memory: other programs' memory, and
// every folder that such a program writes to. A printer's spool stands for paper, and is exempt.
class Surroundings {
public:
    Surroundings(std::vector<pid_t> processes, std::vector<std::filesystem::path> folders,
                 std::vector<std::filesystem::path> paper);
    // Searches for `words` in the programs' memory, and for `all` in the files. Files that were not touched since this
    // object was made hold nothing new.
    [[nodiscard]] std::vector<Hit> find(const Needles& words, const Needles& all) const;

private:
    std::vector<pid_t> processes_;
    std::vector<std::filesystem::path> folders_;
    std::vector<std::filesystem::path> paper_;
    std::filesystem::file_time_type since_ = std::filesystem::file_time_type::clock::now();
};

// The place of each hit, for the message of a failed test.
std::string name(const std::vector<Hit>& hits);

// The kiosk, stopped by gdb just before it replaces itself, or does another system call.
class AboutToExec {
public:
    // Attaches now; the kiosk goes on.
    explicit AboutToExec(const PlayedKiosk& kiosk, pid_t process, const std::string& call = "execve");
    // Whether it reached that point.
    [[nodiscard]] bool reached() const;

private:
    std::filesystem::path folder_;
    Process debugger_;
};

// Hits outside of heap blocks that a named seam allocated (docs/PRIVACY.md, "The seams").
std::vector<std::string> outside_of_the_seams(pid_t process, const std::vector<Hit>& hits,
                                              const std::filesystem::path& traced_blocks);

}  // namespace pocketplan::tests
