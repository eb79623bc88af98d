#include "kiosk/papers/installed.h"

namespace pocketplan::papers {

std::filesystem::path shipped_file(const std::filesystem::path& name) {
    std::error_code no_proc;  // then the file is looked for where nothing is, and whoever needs it says so
    return std::filesystem::read_symlink("/proc/self/exe", no_proc).parent_path() / name;
}

bool is_installed() {
    return shipped_file("").parent_path() == INSTALLED_HOME;
}

}  // namespace pocketplan::papers
