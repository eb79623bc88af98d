#pragma once

#include <cstdint>
#include <vector>

namespace pocketplan::tests {

// Something that shows a kiosk, and can be touched.
class Screen {
public:
    struct Size {
        int width = 1920;  // pixels
        int height = 1080;
    };
    virtual ~Screen() = default;
    [[nodiscard]] virtual Size size() const = 0;
    // Presses and releases; in pixels from the left and from the top.
    virtual void touch(double x, double y) = 0;
    // How far a line's pixel may be from its place.
    [[nodiscard]] virtual int stray() const { return 0; }
    // 8-bit RGB, rows top to bottom.
    [[nodiscard]] virtual std::vector<std::uint8_t> pixels() = 0;
};

}  // namespace pocketplan::tests
