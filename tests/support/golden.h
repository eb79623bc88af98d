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

// A faded copy of `golden`, with every pixel in red that counts as another one in `seen`. As large as both together:
// what only one of them covers is red too.
Pixels difference_of(const Pixels& golden, const Pixels& seen);

// Compares with tests/golden/NAME.png. If they differ, leaves what was seen and a picture of the difference next to the
// test programs and returns a message that says where; with POCKETPLAN_GOLDEN=write it becomes the golden picture, for
// a person to look at before it is committed. Empty if they agree.
std::string differs_from_golden(const std::string& name, const Pixels& seen);
// The same for text, with tests/golden/NAME.txt, and without a picture.
std::string differs_from_golden(const std::string& name, const std::string& seen);

}  // namespace pocketplan::tests
