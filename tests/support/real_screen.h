#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/screen.h"

namespace pocketplan::tests {

// An X server without a display (Xvfb), and a hand that touches it and types (XTEST).
class RealScreen : public Screen {
public:
    RealScreen(int number, Size size);
    ~RealScreen() override;
    RealScreen(const RealScreen&) = delete;
    RealScreen& operator=(const RealScreen&) = delete;
    [[nodiscard]] std::string name() const { return ":" + std::to_string(number_); }
    [[nodiscard]] pid_t process() const { return server_->id(); }
    [[nodiscard]] Size size() const override { return size_; }
    void touch(double x, double y) override;
    // Keys of a hardware keyboard by their X names, pressed together and let go: {"Alt_L", "F4"}.
    void press_keys(const std::vector<const char*>& names) const;
    [[nodiscard]] std::vector<std::uint8_t> pixels() override;

private:
    int number_;
    Size size_;
    std::unique_ptr<Process> server_;
    void* display_ = nullptr;  // Display*, whose header names far too much
};

}  // namespace pocketplan::tests
