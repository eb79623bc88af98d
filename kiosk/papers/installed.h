#pragma once

#include <filesystem>

namespace pocketplan::papers {

// Where a file that ships with the programs lies: in share/pocketplan beside an installed program's bin, else beside
// the program itself, as in a build folder. Absolute, because fontconfig asks for that.
std::filesystem::path shipped_file(const std::filesystem::path& name);

}  // namespace pocketplan::papers
