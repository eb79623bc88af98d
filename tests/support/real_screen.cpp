#include "tests/support/real_screen.h"

#include <cmath>

namespace pocketplan::tests {

RealScreen::RealScreen(int number) : number_(number) {
    const std::string size = std::to_string(width) + "x" + std::to_string(height) + "x24";
    server_ = std::make_unique<Process>(
        std::vector<std::string>{"Xvfb", name(), "-screen", "0", size, "-nolisten", "tcp", "-nocursor"});
    eventually([&] { return run({"env", "DISPLAY=" + name(), "xdotool", "getdisplaygeometry"}).status == 0; });
}

void RealScreen::touch(double x, double y) const {
    run({"env", "DISPLAY=" + name(), "xdotool", "mousemove", std::to_string(std::lround(x)),
         std::to_string(std::lround(y)), "click", "1"});
}

std::vector<std::uint8_t> RealScreen::pixels() const {
    const auto picture = run({"import", "-display", name(), "-window", "root", "-depth", "8", "rgb:-"}).out;
    return {picture.begin(), picture.end()};
}

}  // namespace pocketplan::tests
