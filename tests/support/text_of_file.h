#pragma once

#include <filesystem>
#include <string>

#include "content/bytes_of_file.h"

namespace pocketplan::tests {

// Empty where there is no such file.
inline std::string text_of_file(const std::filesystem::path& file) {
    return content::bytes_of_file(file).value_or("");
}

}  // namespace pocketplan::tests
