#include "kiosk/papers/installed.h"

namespace pocketplan::papers {

std::filesystem::path shipped_file(const std::filesystem::path& name) {
    return std::filesystem::read_symlink("/proc/self/exe").parent_path() / name;
}

bool is_installed() {
    return shipped_file("").parent_path() == INSTALLED_HOME;
}

}  // namespace pocketplan::papers
