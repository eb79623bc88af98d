#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory_resource>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/tools/failure.h"

namespace pocketplan::preview {

// What is written, by name. Every file is in memory before the first is written.
using Files = std::map<std::string, std::pmr::vector<std::byte>>;

// Writes them into `folder`, which is created. Each gets its name only when all are on disk, so that a full disk leaves
// nothing half-done.
tl::expected<void, tools::Failure> write_all(const std::filesystem::path& folder, const Files& files);

}  // namespace pocketplan::preview
