#include "tests/e2e/holdings.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>
#include <sstream>

#include "tests/support/text_of_file.h"

namespace pocketplan::tests {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(pid_t process) {
    return "/proc/" + std::to_string(process);
}

// The number behind this name, in a file of lines such as "Threads:  5"; of all lines that have it.
long sum_of(const fs::path& file, const std::string& name) {
    std::ifstream in(file);
    long sum = 0;
    for (std::string word; in >> word;) {
        long number = 0;
        if (word == name && in >> number) sum += number;
    }
    return sum;
}

long entries_in(const fs::path& folder) {
    return std::distance(fs::directory_iterator(folder), {});
}

long files_below(const fs::path& folder) {
    return std::distance(fs::recursive_directory_iterator(folder), {});
}

long occurrences(const std::string& text, const std::string& sought) {
    long count = 0;
    for (auto at = text.find(sought); at != std::string::npos; at = text.find(sought, at + 1)) ++count;
    return count;
}

long children_of(pid_t process) {
    const auto id = std::to_string(process);
    std::istringstream children(text_of_file(folder_of(process) / "task" / id / "children"));
    return std::distance(std::istream_iterator<std::string>(children), {});
}

// A leak of a page a visit would pass this in an hour. Less is told apart from nothing by longer soaks alone.
constexpr long moved_by_caches = 256;  // kilobytes

std::string name_growth(const std::string& name, const std::vector<long>& amounts) {
    std::string line = name + ":";
    for (const long amount : amounts) line += " " + std::to_string(amount);
    return line + "\n";
}

std::vector<long> series(const std::vector<Holdings>& rounds, Amounts Holdings::*of, const std::string& name) {
    std::vector<long> amounts;
    for (const auto& round : rounds) {
        const auto found = (round.*of).find(name);
        amounts.push_back(found == (round.*of).end() ? 0 : found->second);
    }
    return amounts;
}

bool is_the_same_throughout(const std::vector<long>& counts) {
    return std::all_of(counts.begin(), counts.end(), [&](long count) { return count == counts.front(); });
}

// A leak lifts whatever moves up and down: the least of the last quarter, too.
bool is_lifted(const std::vector<long>& kilobytes) {
    const auto quarter = static_cast<std::ptrdiff_t>(kilobytes.size() / 4);
    if (quarter < 2) return false;
    const auto before = *std::max_element(kilobytes.begin() + quarter, kilobytes.begin() + 2 * quarter);
    return *std::min_element(kilobytes.end() - quarter, kilobytes.end()) > before + moved_by_caches;
}

}  // namespace

Holdings holdings_of(PlayedKiosk& kiosk) {
    const auto process = folder_of(kiosk.process().id());
    const auto server = folder_of(kiosk.screen().process());
    Holdings held;
    held.counts["descriptors"] = entries_in(process / "fd");
    held.counts["threads"] = entries_in(process / "task");
    held.counts["children"] = children_of(kiosk.process().id());
    const std::string end(1, '\0');
    held.counts["arguments"] = occurrences(text_of_file(process / "cmdline"), end);
    held.counts["variables"] = occurrences(text_of_file(process / "environ"), end);
    for (const char* folder : {"home", "tmp", "state", "runtime"}) {
        held.counts[std::string("files in ") + folder] = files_below(kiosk.folder() / folder);
    }
    for (const auto& [type, count] : kiosk.screen().resources()) held.counts["X: " + type] = count;
    held.counts["X server: descriptors"] = entries_in(server / "fd");
    held.counts["X server: shared segments"] = occurrences(text_of_file(server / "maps"), "/SYSV");
    held.kilobytes["kiosk"] = sum_of(process / "smaps_rollup", "Private_Dirty:");
    held.kilobytes["X server"] = sum_of(server / "smaps_rollup", "Private_Dirty:");
    return held;
}

std::string what_grew(const std::vector<Holdings>& rounds) {
    std::string grown;
    Amounts counts;  // of whatever was there in any round
    Amounts kilobytes;
    for (const auto& round : rounds) {
        counts.insert(round.counts.begin(), round.counts.end());
        kilobytes.insert(round.kilobytes.begin(), round.kilobytes.end());
    }
    for (const auto& [name, first] : counts) {
        const auto all = series(rounds, &Holdings::counts, name);
        if (!is_the_same_throughout(all)) grown += name_growth(name, all);
    }
    for (const auto& [name, first] : kilobytes) {
        const auto all = series(rounds, &Holdings::kilobytes, name);
        if (is_lifted(all)) grown += name_growth(name + ", kilobytes", all);
    }
    return grown;
}

long wake_ups_of(pid_t process) {
    return sum_of(folder_of(process) / "status", "voluntary_ctxt_switches:");
}

}  // namespace pocketplan::tests
