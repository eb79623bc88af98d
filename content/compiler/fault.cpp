#include "content/compiler/fault.h"

#include "content/letters.h"
#include "content/value.h"

namespace pocketplan::content::compiler {
namespace {

bool fits_in_a_line(std::string_view character) {
    if (character == "\t") return false;
    const auto unfit = find_unfit(character);
    return !unfit || (unfit->why != Unfit::control && unfit->why != Unfit::steers && unfit->why != Unfit::not_utf8);
}

}  // namespace

std::string in_one_line(std::string_view text) {
    std::string line;
    while (!text.empty()) {
        const bool broken = first_broken_byte(text.substr(0, 4)) == std::size_t{0};
        const auto character = text.substr(0, broken ? 1 : to_utf8(first_code_point(text)).size());
        line += fits_in_a_line(character) ? character : "?";
        text.remove_prefix(character.size());
    }
    return line;
}

std::string describe(const Fault& fault) {
    const std::string line = fault.place.line == 0 ? "" : ":" + std::to_string(fault.place.line);
    return in_one_line(fault.place.file + line + ": " + fault.message);
}

std::string describe(const Faults& faults) {
    std::string lines;
    for (const auto& fault : faults) lines += (lines.empty() ? "" : "\n") + describe(fault);
    return lines;
}

}  // namespace pocketplan::content::compiler
