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
    // In pixels from the left and from the top: pressed and let go.
    virtual void touch(double x, double y) = 0;
    // How far from its place a pixel of a line may lie.
    [[nodiscard]] virtual int stray() const { return 0; }
    // 8-bit RGB, rows top to bottom.
    [[nodiscard]] virtual std::vector<std::uint8_t> pixels() = 0;
};

}  // namespace pocketplan::tests
