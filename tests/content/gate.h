#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "content/compiler/compile.h"

namespace pocketplan::content::compiler {

namespace fs = std::filesystem;

inline std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}
inline void write(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

// A copy of the pack that ships, with only some of its languages, so that checking it is fast.
class GateTest : public testing::Test {
protected:
    GateTest() {
        fs::create_directories(folder_);
        fs::copy(root / "content/common", folder_ / "common", fs::copy_options::recursive);
        fs::copy(root / "content/check-in", folder_ / "check-in", fs::copy_options::recursive);
    }
    ~GateTest() override { fs::remove_all(folder_); }

    void keep_language(const std::string& tag) const {
        std::string kept;
        std::ifstream in(root / "content/check-in/languages.yaml");
        for (std::string line; std::getline(in, line);) {
            if (line.find("tag: en,") != std::string::npos || line.find("tag: " + tag + ",") != std::string::npos) {
                kept += line + "\n";
            }
        }
        write(pack() / "languages.yaml", kept);
    }
    [[nodiscard]] fs::path pack() const { return folder_ / "check-in"; }
    [[nodiscard]] std::string faults() const {
        const auto compiled = compile(pack());
        return compiled ? "" : describe(compiled.error());
    }
    static std::vector<std::string> tags() {
        std::vector<std::string> all;
        for (const auto& entry : fs::directory_iterator(root / "content/check-in/languages")) {
            const auto tag = entry.path().stem().string();
            if (entry.path().extension() == ".po" && tag != "en") all.push_back(tag);
        }
        std::sort(all.begin(), all.end());
        return all;
    }

    static inline const fs::path root = SOURCE_DIR;
    fs::path folder_ = fs::temp_directory_path() / ("gate_test." + std::to_string(::getpid()));
};

}  // namespace pocketplan::content::compiler
