#include "kiosk/machine/health.h"

#include <array>
#include <string>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pocketplan::machine {
namespace {

constexpr std::string_view called = "pocketplan_staff_called";
constexpr std::string_view called_since = "pocketplan_staff_called_changed_seconds";
constexpr std::string_view trouble = "pocketplan_printer_trouble";
constexpr const char* link_name = "health-file";

// What the file says now; empty where it says nothing, or far more than we write.
std::string text_of(const std::filesystem::path& file) {
    // Never waits, even if somebody put a pipe there.
    const int descriptor = open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) return {};
    std::array<char, 16384> text{};
    const auto size = read(descriptor, text.data(), text.size());
    close(descriptor);
    return {text.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

// The line of a metric, without its name; empty where there is none.
std::string_view said_of(std::string_view metric, std::string_view text) {
    const std::string begins = "\n" + std::string(metric);
    for (auto at = text.find(begins); at != std::string_view::npos; at = text.find(begins, at + 1)) {
        const auto rest = text.substr(at + begins.size());
        const auto end = rest.find('\n');
        if (end != std::string_view::npos && (rest.starts_with(' ') || rest.starts_with('{')))
            return rest.substr(0, end);
    }
    return {};
}

// A metric of the text format: help, type and its samples, each with its labels.
void add(std::string& text, std::string_view metric, std::string_view help, const std::vector<std::string>& samples) {
    text.append("# HELP ").append(metric).append(" ").append(help);
    text.append("\n# TYPE ").append(metric).append(" gauge\n");
    for (const auto& sample : samples) text.append(metric).append(sample).append("\n");
}

std::string value(long long number) {
    return " " + std::to_string(number);
}

// Of a label; the few signs that would end it are left out.
std::string in_quotes(std::string_view words) {
    std::string quoted = "\"";
    for (const char letter : words) {
        if (letter != '"' && letter != '\\' && letter != '\n') quoted += letter;
    }
    return quoted + "\"";
}

std::string named(std::string_view name) {
    return "{name=" + in_quotes(name) + "} 1";
}

// Midnight UTC, in seconds of Unix.
std::vector<std::string> seconds_of(const content::Date& date) {
    if (date == content::Date{}) return {};
    const std::chrono::year_month_day day{std::chrono::year(date.year),
                                          std::chrono::month(static_cast<unsigned>(date.month)),
                                          std::chrono::day(static_cast<unsigned>(date.day))};
    return {value(std::chrono::seconds(std::chrono::sys_days(day).time_since_epoch()).count())};
}

std::vector<std::string> all_named(const std::vector<std::string>& names) {
    std::vector<std::string> samples;
    for (const auto& name : names) samples.push_back(named(name));
    return samples;
}

std::string lines_of(const Health& health, std::string_view before, std::chrono::seconds minute) {
    const auto calls = value(health.staff_called ? 1 : 0);
    auto since = value(minute.count());
    const auto since_before = said_of(called_since, before);
    if (said_of(called, before) == calls && !since_before.empty()) since = since_before;
    std::vector<std::string> troubles;
    if (!health.printer_trouble && !said_of(trouble, before).empty()) troubles.emplace_back(said_of(trouble, before));
    if (health.printer_trouble && !health.printer_trouble->empty()) troubles.push_back(named(*health.printer_trouble));

    std::string text;
    add(text, called, "Whether somebody at the kiosk calls staff.", {calls});
    add(text, called_since, "Since when, to the minute.", {since});
    add(text, "pocketplan_ready", "Whether visits can begin.", {value(health.ready ? 1 : 0)});
    add(text, "pocketplan_finding", "What staff should see to on the machine.", all_named(health.findings));
    add(text, trouble, "What keeps paper from coming out.", troubles);
    add(text, "pocketplan_build_info", "The program.", {"{version=" + in_quotes(health.version) + "} 1"});
    add(text, "pocketplan_content_info", "The words.",
        {"{pack=" + in_quotes(health.pack) + ",version=" + in_quotes(health.pack_version) + "} 1"});
    add(text, "pocketplan_content_date_seconds", "The day as of which the words are right.",
        seconds_of(health.pack_date));
    add(text, "pocketplan_content_review_seconds", "The day by which somebody should look at the sources of the words.",
        seconds_of(health.review));
    return text;
}

}  // namespace

bool write_health(const std::filesystem::path& file, const Health& health, std::chrono::system_clock::time_point now) {
    const auto before = text_of(file);
    const std::chrono::seconds minute = std::chrono::floor<std::chrono::minutes>(now.time_since_epoch());
    const auto lines = lines_of(health, before, minute);
    if (lines == before) return access(file.parent_path().c_str(), W_OK | X_OK) == 0;
    const auto fresh = file.string() + ".new";
    unlink(fresh.c_str());
    const int descriptor = open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor < 0) return false;
    // The unit's umask lets nobody else read what the kiosk writes.
    const bool written = write(descriptor, lines.data(), lines.size()) == static_cast<ssize_t>(lines.size()) &&
                         fchmod(descriptor, 0644) == 0;
    const timespec time{minute.count(), 0};
    const timespec times[] = {time, time};
    futimens(descriptor, times);
    close(descriptor);
    std::error_code error;
    if (written) std::filesystem::rename(fresh, file, error);
    if (written && !error) return true;
    unlink(fresh.c_str());
    return false;
}

void remember_health_file(const std::filesystem::path& state_folder, const std::filesystem::path& file) {
    if (state_folder.empty() || file == remembered_health_file(state_folder)) return;
    std::error_code unwritable;
    std::filesystem::remove(state_folder / link_name, unwritable);
    if (!file.empty()) std::filesystem::create_symlink(file, state_folder / link_name, unwritable);
}

std::filesystem::path remembered_health_file(const std::filesystem::path& state_folder) {
    if (state_folder.empty()) return {};  // and not what lies in the folder that the program was started in
    std::error_code none;
    return std::filesystem::read_symlink(state_folder / link_name, none);
}

}  // namespace pocketplan::machine
