#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/real_screen.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::tests {

// An X server with displays that come, go and change, and two touch panels with many fingers each: Xorg by its drivers
// `dummy` and `inputtest`. Needs no hardware and no console, but root. XTEST's pointer works beside the panels.
class PanelScreen : public RealScreen {
public:
    PanelScreen(int number, Size size);
    ~PanelScreen() override;

    // Two displays can be plugged in, and none has another beside it: what is seen is all that the server has.
    enum class Plug { first, second };
    // Another size of the picture in that one, and the other one is unplugged.
    void show_on(Plug plug, Size size);

    enum class Finger { comes_down, moves, is_lifted };
    enum class Panel { first, second };
    // `number`: of the finger, from 0 to 9.
    void finger(Panel panel, unsigned number, Finger does, double x, double y);
    void tap(Panel panel, unsigned number, double x, double y);
    // From now on touch() is this finger, and no longer XTEST's pointer.
    void touch_by(Panel panel, unsigned number) { hand_ = {panel, number}; }
    void touch(double x, double y) override;
    // What a panel is to the server from when it is plugged in until it is pulled out; at first both are plugged in.
    void pull_out(Panel panel);
    void plug_in(Panel panel);

private:
    PanelScreen(int number, Size size, std::unique_ptr<TemporaryFolder> folder);
    void run_xrandr(const std::vector<std::string>& arguments) const;

    std::unique_ptr<TemporaryFolder> folder_;
    std::array<int, 2> panels_{-1, -1};  // sockets of theirs
    std::optional<std::pair<Panel, unsigned>> hand_;
};

}  // namespace pocketplan::tests
