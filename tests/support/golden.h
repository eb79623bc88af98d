#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pocketplan::tests {

// An 8-bit RGB picture.
struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> values;
};
Pixels read_png(const std::string& file);
bool write_png(const std::string& file, const Pixels& picture);

// Compares with tests/golden/NAME.png. Where they differ, leaves what was seen beside the test programs and says where;
// with POCKETPLAN_GOLDEN=write it becomes the golden one, for a person to look at before it is committed. Empty where
// they agree.
std::string differs_from_golden(const std::string& name, const Pixels& seen);
// The same of text, with tests/golden/NAME.txt.
std::string differs_from_golden(const std::string& name, const std::string& seen);

}  // namespace pocketplan::tests
