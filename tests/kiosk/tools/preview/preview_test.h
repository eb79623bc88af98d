#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/papers/installed.h"
#include "tests/support/process.h"

// Shared by the tests of pocketplan-preview: runs it on answers, and looks at what it wrote.
namespace pocketplan::tests {

class PreviewTest : public testing::Test {
protected:
    PreviewTest() { std::filesystem::create_directories(folder); }
    ~PreviewTest() override { std::filesystem::remove_all(folder); }

    [[nodiscard]] std::filesystem::path write(const std::string& json) const {
        std::ofstream(folder / "answers.json", std::ios::binary) << json;
        return folder / "answers.json";
    }
    [[nodiscard]] tests::Output preview(const std::filesystem::path& answers,
                                        std::vector<std::string> more = {}) const {
        std::vector<std::string> call{papers::shipped_file("pocketplan-preview").string(), "--answers",
                                      answers.string(), "--out", (folder / "out").string()};
        call.insert(call.end(), more.begin(), more.end());
        return run(call);
    }
    [[nodiscard]] tests::Output wildfire(const std::string& json, std::vector<std::string> more = {}) const {
        more.insert(more.end(), {"--content", papers::shipped_file("wildfire.db").string()});
        return preview(write(json), std::move(more));
    }
    void expect_refused(const tests::Output& output, const std::string& part) const {
        EXPECT_EQ(output.status, 2) << output.err;
        EXPECT_EQ(std::count(output.err.begin(), output.err.end(), '\n'), 1) << output.err;
        EXPECT_NE(output.err.find(part), std::string::npos) << output.err;
        EXPECT_FALSE(std::filesystem::exists(folder / "out")) << "nothing is half-written";
    }
    [[nodiscard]] std::vector<std::string> written() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder / "out"))
            names.push_back(entry.path().filename());
        std::sort(names.begin(), names.end());
        return names;
    }
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("preview_test." + std::to_string(::getpid()));
};

}  // namespace pocketplan::tests
