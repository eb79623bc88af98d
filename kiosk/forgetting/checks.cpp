#include "kiosk/forgetting/checks.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <charconv>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "content/bytes_of_file.h"

namespace pocketplan::forgetting {
namespace {

namespace fs = std::filesystem;
using visit::Finding;

std::string text_of(const fs::path& file) {
    return content::bytes_of_file(file).value_or("");
}

std::vector<std::string> words_of(std::string_view text) {
    std::istringstream in{std::string(text)};
    return {std::istream_iterator<std::string>(in), {}};
}

std::vector<std::string> lines_of(std::string_view text) {
    std::istringstream in{std::string(text)};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

// The value of "Name:  value" in proc_pid_status(5).
std::string status_value(std::string_view status, std::string_view name) {
    for (const auto& line : lines_of(status)) {
        const auto words = words_of(line);
        if (words.size() == 2 && words[0] == std::string(name) + ":") return words[1];
    }
    return {};
}

// The running scheduler, as its folder below /proc.
std::optional<fs::path> running_scheduler(const fs::path& root) {
    std::error_code error;
    fs::directory_iterator entry(root / "proc", error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        if (words_of(text_of(entry->path() / "comm")) == std::vector<std::string>{"cupsd"}) return entry->path();
    }
    return std::nullopt;
}

// A running scheduler has its spool where its mounts say; a stopped one will have it where its drop-in says.
bool spool_is_in_memory(const fs::path& root) {
    if (const auto running = running_scheduler(root)) {
        const auto mounts = text_of(*running / "mountinfo");
        return is_tmpfs(mounts, "/var/spool/cups") && is_tmpfs(mounts, "/var/cache/cups");
    }
    return spool_is_the_schedulers_alone(root);
}

// systemd creates a namespace's folder below /var/log/journal in any case; the journal is kept on disk only if the
// folder contains a file.
bool journal_is_in_memory(const fs::path& root) {
    std::error_code error;
    fs::directory_iterator entry(root / "var/log/journal", error);
    if (error && error != std::errc::no_such_file_or_directory) return false;
    for (error.clear(); entry != fs::directory_iterator(); entry.increment(error)) {
        const bool ours = entry->path().filename().string().ends_with(".pocketplan");
        if (ours && !fs::is_empty(entry->path(), error)) return false;
    }
    if (error) return false;
    const auto settings = root / "usr/lib/systemd/journald@pocketplan.conf.d/pocketplan.conf";
    return text_of(settings).find("\nStorage=volatile\n") != std::string::npos;
}

constexpr std::string_view verdict_format = "pocketplan-verdict-1";
constexpr const char* verdict_name = "verdict";
constexpr const char* unfinished_name = "verdict.new";

// A folder that nobody else can write into, nor put a link in its place; made where there is none. Negative if it is
// not such a one.
int open_own_folder(const fs::path& folder) {
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return -1;
    const int opened = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (opened < 0) return -1;
    struct stat status {};
    const bool ours = fstat(opened, &status) == 0 && status.st_uid == geteuid() &&
                      (status.st_mode & (S_IWGRP | S_IWOTH)) == 0 && fchmod(opened, 0755) == 0;
    if (ours) return opened;
    close(opened);
    return -1;
}

bool write_all(int file, std::string_view text) {
    return write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

}  // namespace

bool swap_is_on(std::string_view proc_swaps) {
    return lines_of(proc_swaps).size() > 1;  // the first line has the column names
}

bool dumps_are_harmless(std::string_view core_pattern, std::string_view suid_dumpable) {
    const auto pattern = words_of(core_pattern);
    const auto allowed = words_of(suid_dumpable);
    const bool into_nothing = pattern.empty() || pattern[0] == "|/bin/false" || pattern[0] == "|/usr/bin/false";
    return into_nothing && allowed == std::vector<std::string>{"0"};
}

bool scheduler_forgets(std::string_view cupsd_conf) {
    std::map<std::string, std::string> last;  // if a directive is repeated, the last one counts
    for (const auto& line : lines_of(cupsd_conf)) {
        const auto words = words_of(line);
        if (words.empty() || words[0].starts_with("#")) continue;
        last[lower(words[0])] = words.size() > 1 ? lower(words[1]) : "";
    }
    constexpr int longest_history = 60;  // seconds; see systemd/cupsd.conf
    const auto& history = last["preservejobhistory"];
    int seconds = longest_history + 1;
    std::from_chars(history.data(), history.data() + history.size(), seconds);
    const bool short_history = history == "no" || history == "off" || history == "false" || seconds <= longest_history;
    const auto& files = last["preservejobfiles"];
    const bool no_files = files == "no" || files == "off" || files == "false";
    return no_files && short_history && last["loglevel"] == "none" && last["accessloglevel"] == "none" &&
           last.contains("pagelogformat") && last["pagelogformat"].empty();
}

bool is_tmpfs(std::string_view mountinfo, std::string_view folder) {
    bool tmpfs = false;  // of two mounts on one folder the last one is visible
    for (const auto& line : lines_of(mountinfo)) {
        const auto words = words_of(line);
        const auto dash = std::find(words.begin(), words.end(), "-");
        if (words.size() > 4 && words[4] == folder && dash != words.end() && dash + 1 != words.end()) {
            tmpfs = *(dash + 1) == "tmpfs";
        }
    }
    return tmpfs;
}

std::vector<Finding> examine_in_the_open(const fs::path& root) {
    std::vector<Finding> findings;
    if (swap_is_on(text_of(root / "proc/swaps"))) findings.push_back(Finding::swap);
    const auto kernel = root / "proc/sys";
    if (!dumps_are_harmless(text_of(kernel / "kernel/core_pattern"), text_of(kernel / "fs/suid_dumpable"))) {
        findings.push_back(Finding::dumps);
    }
    const auto command_line = words_of(text_of(root / "proc/cmdline"));
    const bool cleared = std::find(command_line.begin(), command_line.end(), "init_on_free=1") != command_line.end();
    if (!cleared) findings.push_back(Finding::freed_memory);
    return findings;
}

std::vector<Finding> examine_sandbox(const fs::path& root) {
    const auto status = text_of(root / "proc/self/status");
    constexpr std::string_view filter = "2";  // SECCOMP_MODE_FILTER
    const bool inside = status_value(status, "NoNewPrivs") == "1" && status_value(status, "Seccomp") == filter;
    return inside ? std::vector<Finding>{} : std::vector{Finding::sandbox};
}

std::vector<Finding> examine_as_root(const fs::path& root) {
    std::vector<Finding> findings;
    if (!scheduler_forgets(text_of(root / "etc/cups/cupsd.conf"))) findings.push_back(Finding::scheduler);
    if (!spool_is_in_memory(root)) findings.push_back(Finding::spool);
    if (!journal_is_in_memory(root)) findings.push_back(Finding::journal);
    return findings;
}

bool spool_is_the_schedulers_alone(const fs::path& root) {
    const auto drop_in = "usr/lib/systemd/system/cups.service.d/pocketplan.conf";
    return text_of(root / drop_in).find("TemporaryFileSystem=/var/spool/cups") != std::string::npos;
}

bool is_about_the_scheduler(Finding finding) {
    return finding == Finding::scheduler || finding == Finding::spool;
}

fs::path verdict_folder(const fs::path& runtime_folder) {
    return runtime_folder.empty() ? runtime_folder : fs::path(runtime_folder.string() + "-check");
}

bool leave_verdict(const fs::path& folder, const std::vector<Finding>& findings) {
    std::ostringstream out;
    out << verdict_format << "\n";
    for (const auto finding : findings) out << visit::text_id(finding) << "\n";
    const int open_folder = open_own_folder(folder);
    if (open_folder < 0) return false;
    unlinkat(open_folder, unfinished_name, 0);
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    const int file = openat(open_folder, unfinished_name, flags, 0600);
    // Readable for the kiosk; the unit's umask says otherwise.
    const bool written = file >= 0 && write_all(file, out.str()) && fchmod(file, 0644) == 0 &&
                         renameat(open_folder, unfinished_name, open_folder, verdict_name) == 0;
    if (file >= 0) close(file);
    close(open_folder);
    return written;
}

std::vector<Finding> read_verdict(const fs::path& folder) {
    const auto lines = folder.empty() ? std::vector<std::string>() : lines_of(text_of(folder / verdict_name));
    if (lines.empty() || lines[0] != verdict_format) return {Finding::unchecked};
    std::vector<Finding> findings;
    for (int at = 0; at <= static_cast<int>(visit::last_finding); ++at) {
        const auto finding = static_cast<Finding>(at);
        const std::string id(visit::text_id(finding));
        if (std::find(lines.begin() + 1, lines.end(), id) != lines.end()) findings.push_back(finding);
    }
    return findings;
}

}  // namespace pocketplan::forgetting
