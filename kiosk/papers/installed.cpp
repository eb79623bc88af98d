#include "kiosk/papers/installed.h"

namespace pocketplan::papers {

std::filesystem::path shipped_file(const std::filesystem::path& name) {
    const auto folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    const auto installed = folder.parent_path() / "share" / "pocketplan" / name;
    return std::filesystem::exists(installed) ? installed : folder / name;
}

}  // namespace pocketplan::papers
