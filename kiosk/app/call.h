#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/app/config.h"
#include "kiosk/words/taken.h"

namespace CLI {
class App;
}

namespace pocketplan::app {

// What the program was called with. What is named here wins over the settings.
struct Call {
    std::filesystem::path settings = {};  // empty: none
    std::filesystem::path content = {};
    std::string printer = {};
    std::optional<WindowSize> windowed = {};
    bool check = false;
    bool version = false;
    std::optional<words::Places> brought = {};  // of an installed kiosk: words that it took
    int farewell = -1;                          // descriptor left by the process before this one
};

// The options that parsing puts into `call`, which it borrows.
void add_options(CLI::App& command_line, Call& call);

}  // namespace pocketplan::app
