#pragma once

#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "content/answers.h"

namespace pocketplan::proof {

// Creates a pack in `folder`, which must not exist yet: the smallest one that passes the check, in English, for its
// author to change. The error is one line that says what to do.
tl::expected<void, std::string> begin_pack(const std::filesystem::path& folder, const content::Date& today);

}  // namespace pocketplan::proof
