#pragma once

#include <filesystem>
#include <vector>

#include "kiosk/forgetting/trace.h"
#include "kiosk/visit/receipt.h"

namespace pocketplan::forgetting {

// The folders of each place; one that does not exist holds nothing.
struct Folders {
    std::vector<std::filesystem::path> own;
    std::vector<std::filesystem::path> temporary;
    std::vector<std::filesystem::path> shared_memory;
    std::vector<std::filesystem::path> spool;
    std::filesystem::path paper;  // stands for paper, and is not searched; empty if there is none

    // The folders of this machine: those from systemd, TMPDIR or /tmp, and those that are the same everywhere.
    static Folders of_this_machine(std::filesystem::path paper);
};

// Searches for the mark in the memory of this process and in those folders. A place counts as searched only if every
// file in it could be read to its end; one with more than `most_bytes` does not, because a visitor is waiting. Call it
// while the process has one thread: it reads memory that others might unmap. `proven`: see visit::Receipt. Names on
// standard error each place that has the mark, and nothing else.
inline constexpr std::size_t most_bytes = std::size_t{128} << 20U;
visit::Receipt search(const Trace& trace, bool proven, const Folders& folders);

}  // namespace pocketplan::forgetting
