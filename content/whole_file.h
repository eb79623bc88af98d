#pragma once

#include <filesystem>
#include <string_view>

namespace pocketplan::content {

// Writes a file as a whole or not at all: where it fails, for example on a full disk, what was there stays. A link
// stays one, and what it leads to is written. False if it failed.
bool write_whole_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace pocketplan::content
