#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace pocketplan::content::compiler {

// A place in a pack: the file as the author knows it, and the line, from 1; 0 in a file that has
// none.
struct Place {
    std::string file;
    int line = 0;
    auto operator<=>(const Place&) const = default;
};

// One thing that is wrong with a pack, in one line: where, what, and what to do.
struct Fault {
    Place place;
    std::string message;
    auto operator<=>(const Fault&) const = default;
};

using Faults = std::vector<Fault>;

// What somebody wrote into a file, to be told in one line: with '?' for whatever breaks a line or turns it round.
std::string in_one_line(std::string_view text);
// "content/check-in/advice.yaml:12: what is wrong; what to do"
std::string describe(const Fault& fault);
// One line for each.
std::string describe(const Faults& faults);

}  // namespace pocketplan::content::compiler
