#include "kiosk/machine/health.h"

#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pocketplan::machine {
namespace {

std::string lines_of(bool staff_called, std::chrono::system_clock::time_point now) {
    const auto minute = std::chrono::floor<std::chrono::minutes>(now.time_since_epoch());
    const auto seconds = std::chrono::seconds(minute).count();
    return "# HELP pocketplan_staff_called Whether somebody at the kiosk calls staff.\n"
           "# TYPE pocketplan_staff_called gauge\n"
           "pocketplan_staff_called " +
           std::to_string(staff_called ? 1 : 0) +
           "\n# HELP pocketplan_staff_called_changed_seconds Since when, to the minute.\n"
           "# TYPE pocketplan_staff_called_changed_seconds gauge\n"
           "pocketplan_staff_called_changed_seconds " +
           std::to_string(seconds) + "\n";
}

}  // namespace

bool write_health(const std::filesystem::path& file, bool staff_called, std::chrono::system_clock::time_point now) {
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
