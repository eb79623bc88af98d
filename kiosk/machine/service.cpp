#include "kiosk/machine/service.h"

#include <charconv>
#include <cstdlib>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <sys/file.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

namespace pocketplan::machine {
namespace {

std::string_view variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

std::filesystem::path lock_file() {
    const auto folder = variable("XDG_RUNTIME_DIR");
    if (!folder.empty()) return std::filesystem::path(folder) / "pocketplan.lock";
    std::error_code error;
    return std::filesystem::temp_directory_path(error) / ("pocketplan-" + std::to_string(getuid()) + ".lock");
}

}  // namespace

std::filesystem::path state_folder() {
    return variable("STATE_DIRECTORY");
}

std::filesystem::path runtime_folder() {
    return variable("RUNTIME_DIRECTORY");
}

Service::Service() {
    const auto text = variable("WATCHDOG_USEC");
    std::chrono::microseconds::rep patience = 0;
    std::from_chars(text.data(), text.data() + text.size(), patience);
    interval_ = std::chrono::microseconds(patience / 3);
}

void Service::alive() {
    if (!ready_) sd_notify(0, "READY=1");
    ready_ = true;
    const auto now = std::chrono::steady_clock::now();
    if (interval_.count() == 0 || now - last_ < interval_) return;
    sd_notify(0, "WATCHDOG=1");
    last_ = now;
}

Instance::Instance() : file_(lock_file()) {
    descriptor_ = open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    // If the file cannot be created, nothing is known about another kiosk; the display decides.
    alone_ = descriptor_ < 0 || flock(descriptor_, LOCK_EX | LOCK_NB) == 0;
}

Instance::~Instance() {
    if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace pocketplan::machine
