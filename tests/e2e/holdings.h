#pragma once

#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

#include "tests/e2e/played_kiosk.h"

namespace pocketplan::tests {

// By what they are of, so that a failed test says what grew.
using Amounts = std::map<std::string, long>;

// What a kiosk, its folders and its X server hold at one moment, seen from outside. Needs root.
struct Holdings {
    Amounts counts;     // the same at the same place of each round
    Amounts kilobytes;  // of memory; allocators and caches move them a little
};
Holdings holdings_of(PlayedKiosk& kiosk);

// What these rounds, each looked at in the same place, added up to: one line for each amount that grew.
std::string what_grew(const std::vector<Holdings>& rounds);

// How often the thread that draws fell asleep since the process began, and so how often it woke.
long wake_ups_of(pid_t process);

}  // namespace pocketplan::tests
