#pragma once

#include <filesystem>
#include <vector>

#include "kiosk/ending/trace.h"
#include "kiosk/visit/receipt.h"

namespace pocketplan::ending {

// The folders of each place; those that are not there hold nothing.
struct Folders {
    std::vector<std::filesystem::path> own;
    std::vector<std::filesystem::path> temporary;
    std::vector<std::filesystem::path> shared_memory;
    std::vector<std::filesystem::path> spool;
    std::filesystem::path paper;  // stands for paper, and is not searched; empty where there is none

    // Those of this machine: what systemd gave, TMPDIR or /tmp, and what is the same everywhere.
    static Folders of_this_machine(std::filesystem::path paper);
};

// Looks for the mark in the memory of this process and in those folders. A place is searched if every file of it could
// be read to its end; one with more than `most_bytes` is not, since a visitor waits. To be called while the process has
// one thread: it reads what others might unmap. `proven`: see visit::Receipt. Names on standard error each place where
// the mark is, and nothing else.
inline constexpr std::size_t most_bytes = std::size_t{128} << 20U;
visit::Receipt search(const Trace& trace, bool proven, const Folders& folders);

}  // namespace pocketplan::ending
