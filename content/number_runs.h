#pragma once

#include <cstddef>
#include <memory_resource>
#include <string_view>
#include <vector>

namespace pocketplan::content {

// A part of a value that must read from left to right, in bytes: a number with everything that belongs to it ("+1 (212)
// 555-0142 ext. 5", "Apt 12-B"), up to the next word of a right-to-left script.
struct NumberRun {
    std::size_t begin = 0;
    std::size_t end = 0;
    // Arabic-Indic digits on both sides of a hyphen change places even from left to right (UAX #9, W4), unless an
    // override fixes their order.
    bool overridden = false;
};

// The runs of a value, in order.
std::pmr::vector<NumberRun> number_runs(std::string_view utf8);

}  // namespace pocketplan::content
