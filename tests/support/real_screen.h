#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/screen.h"

namespace pocketplan::tests {

// An X server without a display (Xvfb), and a hand that touches it and types (XTEST).
class RealScreen : public Screen {
public:
    // One that no other test of this run has.
    static int next_number();

    RealScreen(int number, Size size);
    ~RealScreen() override;
    RealScreen(const RealScreen&) = delete;
    RealScreen& operator=(const RealScreen&) = delete;
    [[nodiscard]] std::string name() const { return ":" + std::to_string(number_); }
    [[nodiscard]] pid_t process() const { return server_->id(); }
    [[nodiscard]] Size size() const override { return size_; }
    void touch(double x, double y) override;
    // At the same place as before, so often, as fast as the server takes it.
    void touch_again(int times) const;
    // For good: a finger, or a bag, that lies there, and may move; and a key that is stuck.
    void move_touch(double x, double y) const;
    void hold_touch(double x, double y) const;
    void hold_key(const char* name) const;
    void release_touch() const;
    void release_key(const char* name) const;
    // Another button of the mouse, or a turn of its wheel, where it is.
    void press_button(unsigned button) const;
    // Two letters in turn, so often, as fast as the server takes them. One alone would be taken for a key that is held.
    void storm(int times) const;
    // Keys of a hardware keyboard by their X names, pressed together and released: {"Alt_L", "F4"}.
    void press_keys(const std::vector<const char*>& names) const;
    // Through memory that the server shares and that is zeroed again: what XGetImage returns stays in the server's
    // heap, where a search for a visit's pixels would find what the test itself has read.
    [[nodiscard]] std::vector<std::uint8_t> pixels() override;
    // Ends the connection of whoever has a window, as if the server were gone.
    void hang_up() const;
    // The keyboard's: for a moment nobody has it, then the window on top.
    void move_focus_away_and_back() const;
    // What the server keeps for all who are connected, by type, and how many they are.
    [[nodiscard]] std::map<std::string, int> resources() const;

protected:
    // Another server, called with this and told its number.
    RealScreen(int number, Size size, const std::vector<std::string>& server);
    // It has become as large.
    void know_size(Size size);

private:
    class Shared;

    int number_;
    Size size_;
    std::unique_ptr<Process> server_;
    void* display_ = nullptr;  // Display*; its header defines far too many names
    std::unique_ptr<Shared> shared_;
};

}  // namespace pocketplan::tests
