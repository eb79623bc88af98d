#include "tests/support/robot.h"

#include <algorithm>

#include "kiosk/ui/present.h"
#include "kiosk/view/describe.h"

namespace pocketplan::tests {

Robot::Robot(const content::Library& library, const typeset::Typesetter& typesetter, ui::Display display,
             const visit::Visit& visit, std::function<void(const visit::Event&)> apply)
    : library_(library), ui_(typesetter), display_(display), visit_(visit), apply_(std::move(apply)) {}

ui::Frame Robot::frame(const ui::Input& input, std::optional<visit::Event>& event) {
    ui_.begin(display_, ui::look_of(visit_, library_, display_), input);
    event = ui::present(ui_, view::describe(visit_, library_, machine_), view::Sayer(visit_, library_, machine_),
                        pictures_);
    return ui_.end();
}

std::optional<visit::Event> Robot::draw(const ui::Input& input) {
    std::optional<visit::Event> event;
    frame(input, event);
    return event;
}

void Robot::show(const std::function<void(const ui::Frame&, const ui::Atlas&)>& show) {
    for (int attempt = 0; attempt < 3; ++attempt) {
        std::optional<visit::Event> event;
        const auto drawn = frame({}, event);
        if (ui_.incomplete()) continue;
        return show(drawn, ui_.atlas());
    }
}

std::optional<ui::Rect> Robot::find(std::string_view id) const {
    for (const auto& widget : ui_.widgets()) {
        if (widget.id == id && widget.enabled) return widget.rect;
    }
    return std::nullopt;
}

bool Robot::sees(std::string_view id) {
    draw();
    return find(id).has_value();
}

bool Robot::touch(std::string_view id) {
    draw();
    const auto rect = find(id);
    if (!rect) return false;
    const double x = rect->x + rect->width / 2;
    const double y = rect->y + rect->height / 2;
    draw({x, y, false, ui::Key::none});
    draw({x, y, true, ui::Key::none});
    const auto event = draw({x, y, false, ui::Key::none});
    on_touch_(x, y);
    if (event) apply_(*event);
    return event.has_value();
}

bool Robot::hold(std::string_view id, ui::Hold::Time time) {
    draw();
    const auto rect = find(id);
    if (!rect) return false;
    ui::Input finger{rect->x + rect->width / 2, rect->y + rect->height / 2, false, ui::Key::none};
    draw(finger);
    finger.down = true;
    draw(finger);
    finger.time += time;
    const auto event = draw(finger);
    finger.down = false;
    draw(finger);
    if (event) apply_(*event);
    return event.has_value();
}

bool Robot::press(std::string_view id) {
    constexpr int most_pages = 40;
    for (int page = 0; page < most_pages; ++page) {
        if (sees(id)) return touch(id);
        if (!touch("page.turn") && !touch("page.first")) return false;
    }
    return false;
}

bool Robot::press_key(const content::Touch& at) {
    const auto& keyboard = library_.keyboard(visit_.language);
    const auto& entry = std::get<visit::Asking>(visit_.state).entry;
    if (entry.layer != at.layer && !touch("key.layer." + std::to_string(at.layer))) return false;
    const bool capital = at.letters == content::Case::capital;
    if (capital != entry.capital && sees("key.shift") && !touch("key.shift")) return false;
    return touch("key." + keyboard.layers[at.layer][at.row][at.key]);
}

bool Robot::type(std::string_view utf8) {
    const content::Typist typist(library_.keyboard(visit_.language), library_.language(visit_.language));
    for (const auto letter : content::letters_of(utf8)) {
        const std::string prefix = sees("pad.1") ? "pad." : "key.";
        if (letter == " ") {
            if (!touch(prefix + "space")) return false;
        } else if (prefix == "pad.") {
            if (!touch(prefix + std::string(letter))) return false;
        } else {
            const auto touches = typist.touches_for(letter);
            if (!touches) return false;
            for (const auto& at : *touches) {
                if (!press_key(at)) return false;
            }
        }
    }
    return true;
}

}  // namespace pocketplan::tests
