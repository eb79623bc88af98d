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

// The screen we draw on.
struct Display {
    int width = 0;   // pixels
    int height = 0;  // pixels
    double pixels_per_millimetre = 4;
    [[nodiscard]] bool portrait() const { return height > width; }
    [[nodiscard]] double width_mm() const { return width / pixels_per_millimetre; }
    [[nodiscard]] double height_mm() const { return height / pixels_per_millimetre; }
    bool operator==(const Display&) const = default;
};

// Whether all that a screen shows has room at its true size, or nearly so (docs/LOOK.md, Displays).
bool has_room(const Display& display);
// The display to lay screens out on. Where there is no room, a millimetre on it is shorter than a true one, by so much
// that there is: everything is smaller, and nothing is covered or left out.
Display with_room(Display display);

}  // namespace pocketplan::ui
