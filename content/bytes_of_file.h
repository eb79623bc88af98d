#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace pocketplan::content {

// A file as it is, in blocks: byte by byte through an iterator, content.db alone took 38 million instructions more.
// Nothing where there is no file to read. Files of /proc, whose size nobody knows before, are read to their end.
std::optional<std::string> bytes_of_file(const std::filesystem::path& file);

}  // namespace pocketplan::content
