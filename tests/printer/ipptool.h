#pragma once

#include <map>
#include <sstream>
#include <string>

// Parses how ipptool -tv prints a printer's answer.
namespace pocketplan::queue {

// Each attribute's values as ipptool prints them, separated by commas. If several groups, or the request, have the same
// name, the last one counts.
using Attributes = std::map<std::string, std::string>;

inline Attributes attributes_in(const std::string& told) {
    Attributes found;
    std::istringstream in(told);
    for (std::string line; std::getline(in, line);) {
        const auto name = line.find_first_not_of(' ');
        const auto type = line.find(" (");
        const auto value = line.find(") = ");
        if (type == std::string::npos || value == std::string::npos || type > value) continue;
        found[line.substr(name, type - name)] = line.substr(value + 4);
    }
    return found;
}

}  // namespace pocketplan::queue
