#pragma once

#include <string>
#include <vector>

#include "printer/queue/report.h"

namespace pocketplan::queue {

// What was heard of a printer, for a test that waited for something else.
inline std::string list_of(const std::vector<Report>& reports) {
    std::string all = "heard";
    for (const auto& report : reports) {
        all += " (kind " + std::to_string(static_cast<int>(report.kind)) + ", trouble " +
               std::to_string(static_cast<int>(report.trouble)) + ", progress " +
               std::to_string(static_cast<int>(report.progress)) + ")";
    }
    return all;
}

}  // namespace pocketplan::queue
