#pragma once

#include <filesystem>
#include <string>

#include <stdlib.h>

namespace pocketplan::tests {

// A folder of the test's own, which goes with it.
class TemporaryFolder {
public:
    // `name`: what its name begins with. `below`: where it lies.
    explicit TemporaryFolder(const std::string& name, const std::filesystem::path& below = "/tmp") {
        std::string path = (below / (name + ".XXXXXX")).string();
        path_ = mkdtemp(path.data());
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace pocketplan::tests
