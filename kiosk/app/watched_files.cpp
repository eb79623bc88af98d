#include "kiosk/app/watched_files.h"

#include <algorithm>
#include <chrono>

#include "kiosk/app/setup.h"

namespace pocketplan::app {

WatchedFiles::WatchedFiles(const Call& call, const Config& config) : call_(call), config_(config), known_(look()) {}

bool WatchedFiles::changed() const {
    constexpr std::chrono::seconds a_while(5);
    const auto now = look();
    const auto lately = std::filesystem::file_time_type::clock::now() - a_while;
    return now != known_ && std::all_of(now.begin(), now.end(), [&](const auto& one) { return one.written < lately; });
}

std::vector<WatchedFiles::State> WatchedFiles::look() const {
    std::vector<State> states;
    const auto local = config_.local.empty() ? std::filesystem::path(usual_local) : config_.local;
    const auto refused = call_.brought ? call_.brought->refused : std::filesystem::path();
    for (const auto& file : {call_.settings, words_file(call_, config_.content), local, refused}) {
        std::error_code error;
        const auto written = std::filesystem::last_write_time(file, error);
        states.push_back(error ? State{} : State{file, written});
    }
    return states;
}

}  // namespace pocketplan::app
