#include "kiosk/papers/installed.h"

namespace pocketplan::papers {

std::filesystem::path shipped_file(const std::filesystem::path& name) {
    return std::filesystem::read_symlink("/proc/self/exe").parent_path() / name;
}

}  // namespace pocketplan::papers
