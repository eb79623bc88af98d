#include "tests/support/real_screen.h"

#include <cmath>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>

namespace pocketplan::tests {
namespace {

Display* display_of(void* display) {
    return static_cast<Display*>(display);
}

}  // namespace

RealScreen::RealScreen(int number, Size size) : number_(number), size_(size) {
    const std::string depth = std::to_string(size.width) + "x" + std::to_string(size.height) + "x24";
    server_ = std::make_unique<Process>(
        std::vector<std::string>{"Xvfb", name(), "-screen", "0", depth, "-nolisten", "tcp", "-nocursor"});
    eventually([&] { return (display_ = XOpenDisplay(name().c_str())) != nullptr; });
}

RealScreen::~RealScreen() {
    if (display_ != nullptr) XCloseDisplay(display_of(display_));
}

void RealScreen::touch(double x, double y) {
    Display* const display = display_of(display_);
    XTestFakeMotionEvent(display, -1, static_cast<int>(std::lround(x)), static_cast<int>(std::lround(y)), CurrentTime);
    XTestFakeButtonEvent(display, Button1, True, CurrentTime);
    XTestFakeButtonEvent(display, Button1, False, CurrentTime);
    XFlush(display);
}

void RealScreen::press_keys(const std::vector<const char*>& names) const {
    Display* const display = display_of(display_);
    std::vector<KeyCode> codes;
    for (const char* key : names) codes.push_back(XKeysymToKeycode(display, XStringToKeysym(key)));
    for (const auto code : codes) XTestFakeKeyEvent(display, code, True, CurrentTime);
    for (auto code = codes.rbegin(); code != codes.rend(); ++code)
        XTestFakeKeyEvent(display, *code, False, CurrentTime);
    XFlush(display);
}

std::vector<std::uint8_t> RealScreen::pixels() {
    Display* const display = display_of(display_);
    const auto [width, height] = size_;
    XImage* const image = XGetImage(display, DefaultRootWindow(display), 0, 0, width, height, AllPlanes, ZPixmap);
    std::vector<std::uint8_t> pixels;
    pixels.reserve(std::size_t{3} * width * height);
    // Xvfb at depth 24 has a pixel in four bytes: blue, green, red, nothing.
    for (int y = 0; y < height; ++y) {
        const auto* const row = reinterpret_cast<const std::uint8_t*>(image->data) + y * image->bytes_per_line;
        for (int x = 0; x < width; ++x) pixels.insert(pixels.end(), {row[4 * x + 2], row[4 * x + 1], row[4 * x]});
    }
    XDestroyImage(image);
    return pixels;
}

}  // namespace pocketplan::tests
