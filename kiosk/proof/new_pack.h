#pragma once

#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "content/answers.h"

namespace pocketplan::proof {

// Begins a pack in `folder`, which must not be there yet: the smallest one that passes the check, in English, for its
// author to change. Where it fails, one line that says what to do.
tl::expected<void, std::string> begin_pack(const std::filesystem::path& folder, const content::Date& today);

}  // namespace pocketplan::proof
