#pragma once

#include <filesystem>
#include <vector>

#include "kiosk/app/call.h"
#include "kiosk/app/config.h"

namespace pocketplan::app {

// The files that a centre may change while the kiosk runs: settings, words, its own lines, and why the last words that
// somebody brought were refused.
class WatchedFiles {
public:
    // As they are now, which is as they were read a moment ago.
    WatchedFiles(const Call& call, const Config& config);

    // Whether one of them is another than it was, comes or is gone, and whoever changed it has been done for a while.
    [[nodiscard]] bool changed() const;

private:
    struct State {
        std::filesystem::path file;  // which other words may have taken over
        std::filesystem::file_time_type written = std::filesystem::file_time_type::min();
        bool operator==(const State&) const = default;
    };
    [[nodiscard]] std::vector<State> look() const;

    Call call_;
    Config config_;
    std::vector<State> known_;
};

}  // namespace pocketplan::app
