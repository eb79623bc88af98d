#pragma once

#include <string>

namespace pocketplan::app {

// The requesting-user-name of our print jobs: the same on every run of this machine, different on every machine, and
// telling nothing of it. Start-up cancels what is left under this name, and nothing else.
std::string printer_user_name();

}  // namespace pocketplan::app
