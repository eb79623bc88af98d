#pragma once

#include <filesystem>
#include <string>

#include <stdlib.h>

namespace pocketplan::tests {

// A temporary folder for one test, removed with this object.
class TemporaryFolder {
public:
    // `name`: the beginning of its name. `below`: the folder it is in.
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
