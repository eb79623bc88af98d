#pragma once

#include <string>
#include <vector>

#include "printer/queue/report.h"

namespace pocketplan::queue {

// The reports about a printer, for a test that waits for one among others.
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
