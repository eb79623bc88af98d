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

// A copy of the tiny flood pack, for each test to break in one place.
class FloodCopy : public testing::Test {
protected:
    FloodCopy() {
        fs::create_directories(folder);
        fs::copy(fs::path(SOURCE_DIR) / "tests/content/flood", folder / "flood", fs::copy_options::recursive);
        fs::copy(fs::path(SOURCE_DIR) / "content/common", folder / "common", fs::copy_options::recursive);
        replace("pack.yaml", "../../../content/common", "../common");
    }
    ~FloodCopy() override { fs::remove_all(folder); }

    static std::string read(const fs::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder / "flood" / name, std::ios::binary) << text;
    }
    void replace(const std::string& name, const std::string& from, const std::string& to) const {
        const auto file = folder / "flood" / name;
        auto text = read(file);
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << name << " has no " << from;
        text.replace(at, from.size(), to);
        std::ofstream(file, std::ios::binary) << text;
    }
    // Adds a text of one line in each of the pack's languages.
    void add_text(const std::string& id, const std::string& english, const std::string& spanish) const {
        const auto add = [&](const char* tag, const std::string& translation) {
            std::ofstream(folder / "flood/languages" / (std::string(tag) + ".po"), std::ios::app)
                << "\nmsgctxt \"" << id << "\"\nmsgid \"" << english << "\"\nmsgstr \"" << translation << "\"\n";
        };
        add("en", "");
        add("es", spanish);
        fs::copy_file(folder / "flood/languages/en.po", folder / "flood/languages/template.pot",
                      fs::copy_options::overwrite_existing);
    }
    // The faults in the order reported, as "file:line: message" below the pack's folder.
    [[nodiscard]] std::vector<std::string> faults() const {
        std::vector<std::string> lines;
        const auto library = compile(folder / "flood");
        if (library) return lines;
        const auto prefix = (folder / "flood").string() + "/";
        for (const auto& fault : library.error()) {
            auto line = describe(fault);
            if (line.starts_with(prefix)) line = line.substr(prefix.size());
            lines.push_back(std::move(line));
        }
        return lines;
    }
    void expect_fault(const std::string& place, const std::string& part) const {
        const auto told = faults();
        const bool found = std::any_of(told.begin(), told.end(), [&](const std::string& line) {
            return line.starts_with(place) && line.find(part) != std::string::npos;
        });
        EXPECT_TRUE(found) << place << " ... " << part << "\ntold: " << testing::PrintToString(told);
    }

    fs::path folder = fs::temp_directory_path() / ("flood_copy." + std::to_string(::getpid()));
};

}  // namespace pocketplan::content::compiler
