#pragma once

#include <filesystem>

namespace pocketplan::papers {

// A file that ships with the programs lies beside them, installed or in a build folder. Absolute, because fontconfig
// asks for that.
std::filesystem::path shipped_file(const std::filesystem::path& name);

// Whether this program runs from where it is installed, and not from a build folder for a trial.
bool is_installed();

}  // namespace pocketplan::papers
