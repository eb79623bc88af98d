#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

namespace pocketplan::preview {

// Reads a whole JSON file as strictly as a pack: UTF-8, and no duplicate keys, of which the library would silently keep
// the last. The error is one line that does not name the file.
tl::expected<nlohmann::json, std::string> read_json(const std::filesystem::path& file);

}  // namespace pocketplan::preview
