#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace pocketplan::tests {

// How often any of the needles lies in the readable memory of a process: as UTF-8, UTF-16LE and UTF-32LE (ASCII needles
// only), and a number without its separators too. Needs root.
int occurrences(pid_t process, const std::vector<std::string>& needles);

}  // namespace pocketplan::tests
