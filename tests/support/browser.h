#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/support/process.h"

namespace pocketplan::tests {

// Debian's Chromium without a display, driven by its own driver over WebDriver (W3C).
class Browser {
public:
    // `port`: of the driver, on loopback.
    explicit Browser(int port);
    ~Browser();
    Browser(const Browser&) = delete;
    Browser& operator=(const Browser&) = delete;

    void open(const std::filesystem::path& page);
    // What the body of a function returns, in the page.
    nlohmann::json evaluate(const std::string& body);
    // Presses and releases one key: a letter, or one of WebDriver's codes, for example U+E004 (Tab).
    void press(char32_t key);
    // The page as it would be printed, as a PDF; by a browser of its own.
    void print(const std::filesystem::path& page, const std::filesystem::path& pdf) const;

private:
    nlohmann::json call(const std::string& method, const std::string& path, const nlohmann::json& body);

    std::string address_;
    std::filesystem::path folder_;
    std::unique_ptr<Process> driver_;
    std::string session_;
};

}  // namespace pocketplan::tests
