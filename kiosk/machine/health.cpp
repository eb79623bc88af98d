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

std::string value_line(bool staff_called) {
    return "pocketplan_staff_called " + std::to_string(staff_called ? 1 : 0) + "\n";
}

std::string lines_of(bool staff_called, std::chrono::system_clock::time_point now) {
    const auto minute = std::chrono::floor<std::chrono::minutes>(now.time_since_epoch());
    const auto seconds = std::chrono::seconds(minute).count();
    return "# HELP pocketplan_staff_called Whether somebody at the kiosk calls staff.\n"
           "# TYPE pocketplan_staff_called gauge\n" +
           value_line(staff_called) +
           "# HELP pocketplan_staff_called_changed_seconds Since when, to the minute.\n"
           "# TYPE pocketplan_staff_called_changed_seconds gauge\n"
           "pocketplan_staff_called_changed_seconds " +
           std::to_string(seconds) + "\n";
}

// Whether it needs no writing.
bool says(const std::filesystem::path& file, bool staff_called) {
    // Never waits, even if somebody put a pipe there.
    const int descriptor = open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) return false;
    std::array<char, 1024> text{};  // three times as long as what we write
    const auto size = read(descriptor, text.data(), text.size());
    close(descriptor);
    const std::string_view lines(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    return lines.find("\n" + value_line(staff_called)) != std::string_view::npos;
}

}  // namespace

bool write_health(const std::filesystem::path& file, bool staff_called, std::chrono::system_clock::time_point now) {
    if (says(file, staff_called)) return access(file.parent_path().c_str(), W_OK | X_OK) == 0;
    const auto fresh = file.string() + ".new";
    unlink(fresh.c_str());
    const int descriptor = open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor < 0) return false;
    const auto lines = lines_of(staff_called, now);
    // The unit's umask lets nobody else read what the kiosk writes.
    const bool written = write(descriptor, lines.data(), lines.size()) == static_cast<ssize_t>(lines.size()) &&
                         fchmod(descriptor, 0644) == 0;
    close(descriptor);
    std::error_code error;
    if (written) std::filesystem::rename(fresh, file, error);
    if (written && !error) return true;
    unlink(fresh.c_str());
    return false;
}

}  // namespace pocketplan::machine
