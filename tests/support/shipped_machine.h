#pragma once

#include <filesystem>
#include <string>

#include "tests/support/temporary_folder.h"

namespace pocketplan::tests {

// The files of a machine that is set up as docs/OPERATING.md requires, made from those that we ship.
class ShippedMachine {
public:
    ShippedMachine();
    // A path below root().
    void write(const std::filesystem::path& file, const std::string& text) const;
    [[nodiscard]] const std::filesystem::path& root() const { return temporary_.path(); }

private:
    TemporaryFolder temporary_{"machine"};
};

}  // namespace pocketplan::tests
