#include "content/compiler/fault.h"

namespace pocketplan::content::compiler {

std::string describe(const Fault& fault) {
    const std::string line = fault.place.line == 0 ? "" : ":" + std::to_string(fault.place.line);
    return fault.place.file + line + ": " + fault.message;
}

std::string describe(const Faults& faults) {
    std::string lines;
    for (const auto& fault : faults) lines += (lines.empty() ? "" : "\n") + describe(fault);
    return lines;
}

}  // namespace pocketplan::content::compiler
