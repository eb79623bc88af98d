#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/process.h"

namespace pocketplan::tests {

// An X server without a display (Xvfb), and a hand that touches it and types (XTEST).
class RealScreen {
public:
    static constexpr int width = 1920;
    static constexpr int height = 1080;

    explicit RealScreen(int number);
    ~RealScreen();
    RealScreen(const RealScreen&) = delete;
    RealScreen& operator=(const RealScreen&) = delete;
    [[nodiscard]] std::string name() const { return ":" + std::to_string(number_); }
    [[nodiscard]] pid_t process() const { return server_->id(); }
    void touch(double x, double y) const;
    // Keys of a hardware keyboard by their X names, pressed together and let go: {"Alt_L", "F4"}.
    void press_keys(const std::vector<const char*>& names) const;
    // 8-bit RGB, rows top to bottom.
    [[nodiscard]] std::vector<std::uint8_t> pixels() const;

private:
    int number_;
    std::unique_ptr<Process> server_;
    void* display_ = nullptr;  // Display*, whose header names far too much
};

}  // namespace pocketplan::tests
