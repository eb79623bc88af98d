#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "content/answers.h"

namespace pocketplan::machine {

// How the machine is, and nothing of a visit but that somebody calls staff. Names are those of the code.
struct Health {
    bool ready = true;  // visits can begin
    bool staff_called = false;
    std::vector<std::string> findings{};           // what staff should see to
    std::optional<std::string> printer_trouble{};  // empty: there is none. Unset: the printer has not told yet
    std::string version{};                         // of the program
    std::string pack{};
    std::string pack_version{};
    content::Date pack_date{};
    content::Date review{};  // by which somebody should look at the pack's sources; no date: whenever
};

// Tells the centre's monitoring of it, as a file for the textfile collector of the Prometheus node exporter, with the
// minute of `now` in which staff were called, or no longer; its own time is no finer. Renamed into its place, so that
// nobody reads half of it, and readable for all. A file that says so already is left alone, and what is not known yet
// stays as it was: each visit ends with a new process, and the file's own time would tell when. False if it cannot be
// written, needed or not, which changes nothing for visitors.
bool write_health(const std::filesystem::path& file, const Health& health, std::chrono::system_clock::time_point now);

// Remembers in the state folder where that file is, for a kiosk whose settings cannot be read; empty: there is none.
void remember_health_file(const std::filesystem::path& state_folder, const std::filesystem::path& file);
std::filesystem::path remembered_health_file(const std::filesystem::path& state_folder);

}  // namespace pocketplan::machine
