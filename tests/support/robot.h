#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/keyboard.h"
#include "content/library.h"
#include "kiosk/ui/ui.h"
#include "kiosk/view/machine.h"
#include "kiosk/visit/event.h"
#include "kiosk/visit/visit.h"

namespace pocketplan::tests {

// A visitor without hands or a display: draws frames of a visit, finds widgets by their ids, and presses them as a
// finger would. What comes of a touch goes to `apply`.
class Robot {
public:
    Robot(const content::Library& library, const typeset::Typesetter& typesetter, ui::Display display,
          const visit::Visit& visit, std::function<void(const visit::Event&)> apply);

    // Draws one frame with this input; returns what was touched.
    std::optional<visit::Event> draw(const ui::Input& input = {});
    // Draws the current screen and calls `show` with the frame.
    void show(const std::function<void(const ui::Frame&, const ui::Atlas&)>& show);
    [[nodiscard]] bool sees(std::string_view id);
    // Called for every touch, in pixels, before it is applied: to do the same with a real pointer.
    void on_touch(std::function<void(double x, double y)> told) { on_touch_ = std::move(told); }
    // Presses and releases; turns pages in search of the widget; false if there is none.
    bool press(std::string_view id);
    // Rests on it for so long; what comes of that is applied once, as the kiosk does it.
    bool hold(std::string_view id, ui::Hold::Time time = ui::Hold::rest);
    // Types with the keys on screen, switching layers and case.
    bool type(std::string_view utf8);

    [[nodiscard]] ui::Ui& ui() { return ui_; }
    // Not owned; without any, sheets are blank.
    void set_pictures(ui::Pictures& pictures) { pictures_ = &pictures; }
    void set_display(const ui::Display& display) { display_ = display; }
    [[nodiscard]] view::Machine& machine() { return machine_; }

private:
    ui::Frame frame(const ui::Input& input, std::optional<visit::Event>& event);
    [[nodiscard]] std::optional<ui::Rect> find(std::string_view id) const;
    bool touch(std::string_view id);
    bool press_key(const content::Touch& at);

    const content::Library& library_;
    ui::Ui ui_;
    ui::Display display_;
    const visit::Visit& visit_;
    ui::Pictures* pictures_ = nullptr;
    std::function<void(const visit::Event&)> apply_;
    std::function<void(double x, double y)> on_touch_ = [](double, double) {};
    view::Machine machine_{.today = {2026, 11, 26}};
};

}  // namespace pocketplan::tests
