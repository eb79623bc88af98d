// Looks into the kiosk's program for functions of the standard library that throw, where others of the same name say
// what went wrong (docs/decisions/0036). What is thrown where nobody expects it ends the program.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/process.h"

namespace pocketplan::tests {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

using Symbols = std::vector<std::string>;

// The names in an object file or program: one a line, behind an address and a letter.
Symbols symbols_of(const std::string& file) {
    std::istringstream lines(run({"nm", "-C", file}).out);
    Symbols symbols;
    for (std::string line; std::getline(lines, line);) {
        const auto name = line.find_first_not_of("0123456789abcdef ");
        if (name != std::string::npos && name + 2 < line.size()) symbols.push_back(line.substr(name + 2));
    }
    return symbols;
}

bool begins(const std::string& symbol, const std::string& words) {
    return symbol.starts_with(words);
}

// Those that take an error code, or a pointer to one, report in it.
bool throws_of_files(const std::string& symbol) {
    constexpr const char* files = "std::filesystem::";
    if (!begins(symbol, files)) return false;
    if (symbol.find("directory_iterator::operator++") != std::string::npos) return true;
    const auto name = symbol.substr(std::string(files).size());
    const auto end = name.find('(');
    const bool free_function = end != std::string::npos && name.find("::") > end;
    return free_function && symbol.find("std::error_code") == std::string::npos;
}

bool throws(const std::string& symbol) {
    for (const char* thrown : {"std::__throw_regex_error", "typeinfo for std::bad_optional_access",
                               "typeinfo for tl::bad_expected_access"}) {
        if (begins(symbol, thrown)) return true;
    }
    return throws_of_files(symbol);
}

Symbols throwing_in(const std::string& file) {
    Symbols found;
    for (auto& symbol : symbols_of(file)) {
        if (throws(symbol)) found.push_back(std::move(symbol));
    }
    return found;
}

TEST(Throwing, TheKioskAsksForNothingThatThrowsInsteadOfSayingSo) {
    EXPECT_THAT(symbols_of(BUILD_DIR "/pocketplan"), Contains("main")) << "or the look proves nothing";
    EXPECT_THAT(throwing_in(BUILD_DIR "/pocketplan"), IsEmpty());
}

TEST(Throwing, WhatThrowsIsKnownByItsName) {
    const auto found = throwing_in(BUILD_DIR "/throwing");
    for (const char* known : {"std::filesystem::status(", "std::filesystem::__cxx11::directory_iterator::operator++",
                              "typeinfo for std::bad_optional_access", "typeinfo for tl::bad_expected_access"}) {
        EXPECT_THAT(found, Contains(::testing::StartsWith(known)));
    }
}

// Arguments are read so, by CLI11; so the program cannot tell.
TEST(Throwing, NumbersAreNotReadByWhatThrows) {
    namespace fs = std::filesystem;
    const std::regex thrown(R"(std::sto[a-z]+\()");
    int sources = 0;
    for (const char* folder : {"content", "printer", "kiosk"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / folder)) {
            const auto kind = entry.path().extension();
            if (kind != ".cpp" && kind != ".h") continue;
            std::ifstream in(entry.path());
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            EXPECT_FALSE(std::regex_search(text, thrown)) << entry.path();
            ++sources;
        }
    }
    EXPECT_GT(sources, 100) << "or the look proves nothing";
}

}  // namespace
}  // namespace pocketplan::tests
