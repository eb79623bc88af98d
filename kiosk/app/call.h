#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "kiosk/app/config.h"

namespace pocketplan::app {

// Exit status of the program. unforgotten: EX_SOFTWARE of sysexits.h; systemd starts it again.
enum Exit { done = 0, failed = 1, users_fault = 2, unforgotten = 70 };

// One line on standard error; gives back the status.
int tell(const std::string& what, Exit status);

// What the program was called with. What is named here wins over the settings.
struct Call {
    std::filesystem::path settings = {};  // empty: none
    std::filesystem::path content = {};
    std::string printer = {};
    std::optional<WindowSize> windowed = {};
    int farewell = -1;  // descriptor left by the process before this one
};

// Where it fails, the exit status, and one line was told.
tl::expected<Call, int> read_call(int argc, char** argv);

}  // namespace pocketplan::app
