#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

namespace pocketplan::preview {

// A whole JSON file, read as strictly as a pack: UTF-8, and no key twice, of which the library would keep the last and
// say nothing. Where it fails, one line that does not name the file.
tl::expected<nlohmann::json, std::string> read_json(const std::filesystem::path& file);

}  // namespace pocketplan::preview
