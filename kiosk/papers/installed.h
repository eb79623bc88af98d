#pragma once

#include <filesystem>

namespace pocketplan::papers {

// A file that ships with the programs lies beside them, installed or in a build folder. Absolute, because fontconfig
// asks for that.
std::filesystem::path shipped_file(const std::filesystem::path& name);

}  // namespace pocketplan::papers
