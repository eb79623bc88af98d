#pragma once

namespace pocketplan::ui {

// All in pixels of the screen, y downwards.
struct Rect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
    [[nodiscard]] Rect inset(double by) const { return inset(by, by); }
    [[nodiscard]] Rect inset(double across, double down) const {
        return {x + across, y + down, width - 2 * across, height - 2 * down};
    }
    // The part of the given height (or width) at one side; the rect keeps what is left.
    Rect take_top(double part, double gap = 0) {
        const Rect taken{x, y, width, part};
        y += part + gap;
        height -= part + gap;
        return taken;
    }
    Rect take_bottom(double part, double gap = 0) {
        height -= part + gap;
        return {x, y + height + gap, width, part};
    }
    Rect take_start(double part, double gap = 0) {
        const Rect taken{x, y, part, height};
        x += part + gap;
        width -= part + gap;
        return taken;
    }
    Rect take_end(double part, double gap = 0) {
        width -= part + gap;
        return {x + width + gap, y, part, height};
    }
};

// The screen we draw on: from EDID through the window, or from the settings where that is wrong.
struct Display {
    int width = 0;   // pixels
    int height = 0;  // pixels
    double pixels_per_millimetre = 4;
    [[nodiscard]] bool portrait() const { return height > width; }
    bool operator==(const Display&) const = default;
};

}  // namespace pocketplan::ui
