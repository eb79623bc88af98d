#pragma once

#include <chrono>
#include <filesystem>

namespace pocketplan::machine {

// Tells the centre's monitoring whether somebody at the kiosk calls staff, as a file for the textfile collector of the
// Prometheus node exporter: that bit, and the minute of `now`. Renamed into its place, so that nobody reads half of
// it, and readable for all. A file that says so already is left alone: each visit ends with a new process, which begins
// by saying that nobody calls, and the minute and the file's own time would tell when. False if it cannot be written,
// needed or not, which changes nothing for visitors.
bool write_health(const std::filesystem::path& file, bool staff_called, std::chrono::system_clock::time_point now);

}  // namespace pocketplan::machine
