#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/process.h"

namespace pocketplan::tests {

// An X server without a display (Xvfb), and a hand that touches it (xdotool).
class RealScreen {
public:
    static constexpr int width = 1920;
    static constexpr int height = 1080;

    explicit RealScreen(int number);
    [[nodiscard]] std::string name() const { return ":" + std::to_string(number_); }
    void touch(double x, double y) const;
    // 8-bit RGB, rows top to bottom.
    [[nodiscard]] std::vector<std::uint8_t> pixels() const;

private:
    int number_;
    std::unique_ptr<Process> server_;
};

}  // namespace pocketplan::tests
