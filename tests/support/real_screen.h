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
    // For good: a finger, or a bag, that lies there, and may move; and a key that is stuck.
    void move_touch(double x, double y) const;
    void hold_touch(double x, double y) const;
    void hold_key(const char* name) const;
    // Keys of a hardware keyboard by their X names, pressed together and released: {"Alt_L", "F4"}.
    void press_keys(const std::vector<const char*>& names) const;
    // Through memory that the server shares and that is zeroed again: what XGetImage returns stays in the server's
    // heap, where a search for a visit's pixels would find what the test itself has read.
    [[nodiscard]] std::vector<std::uint8_t> pixels() override;

private:
    class Shared;

    int number_;
    Size size_;
    std::unique_ptr<Process> server_;
    void* display_ = nullptr;  // Display*; its header defines far too many names
    std::unique_ptr<Shared> shared_;
};

}  // namespace pocketplan::tests
