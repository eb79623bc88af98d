#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace pocketplan::content {

// The bytes of a file, read in blocks: byte by byte through an iterator, content.db alone took 38 million instructions
// more. Unset if there is no file to read. Files of /proc, whose size is not known beforehand, are read to their end.
// `enough`: after so many, no further block is read.
std::optional<std::string> bytes_of_file(const std::filesystem::path& file, std::size_t enough = std::string::npos);

}  // namespace pocketplan::content
