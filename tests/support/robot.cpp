#include "tests/support/robot.h"

#include <algorithm>

#include "content/letters.h"

namespace pocketplan::tests {
namespace {

// Of the capitals that a name in Latin or Cyrillic letters begins with; anything else is itself.
char32_t small_of(char32_t letter) {
    const bool latin = letter >= U'A' && letter <= U'Z';
    const bool cyrillic = letter >= U'А' && letter <= U'Я';
    return latin || cyrillic ? letter + 32 : letter;
}

}  // namespace

Robot::Robot(const content::Library& library, const typeset::Typesetter& typesetter, ui::Display display,
             const visit::Visit& visit, std::function<void(const visit::Event&)> apply)
    : library_(library), ui_(typesetter), display_(display), visit_(visit), apply_(std::move(apply)) {}

std::optional<visit::Event> Robot::draw(const ui::Input& input) {
    std::optional<visit::Event> event;
    ui_.begin(display_, screens::look_of(visit_, library_, display_), input);
    event = screens::draw(ui_, visit_, library_, machine_);
    ui_.end();
    return event;
}

void Robot::show(const std::function<void(const ui::Frame&, const ui::Atlas&)>& show) {
    for (int attempt = 0; attempt < 2; ++attempt) {
        ui_.begin(display_, screens::look_of(visit_, library_, display_), {});
        screens::draw(ui_, visit_, library_, machine_);
        const auto frame = ui_.end();
        if (ui_.incomplete()) continue;
        return show(frame, ui_.atlas());
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
    const auto frame = [&](bool down) {
        ui_.begin(display_, screens::look_of(visit_, library_, display_), {x, y, down, ui::Key::none});
        auto event = screens::draw(ui_, visit_, library_, machine_);
        ui_.end();
        return event;
    };
    frame(false);
    frame(true);
    const auto event = frame(false);
    on_touch_(x, y);
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

bool Robot::press_key(std::string_view key) {
    const std::string id = std::string(sees("pad.1") ? "pad." : "key.") + std::string(key);
    for (int layer = 0; layer < 4; ++layer) {
        if (sees(id)) return touch(id);
        if (!sees("key.layer") || !touch("key.layer")) break;
    }
    return false;
}

bool Robot::type(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
        const char32_t wanted = content::first_code_point(utf8.substr(at, length));
        at += length;
        const char32_t small = small_of(wanted);
        const bool letter = content::capital_of(small, library_.language(visit_.language).tag) != small;
        const bool capital = small != wanted;
        if (letter && capital != visit_.entry.capital && sees("key.shift")) touch("key.shift");
        const std::string key = content::to_utf8(small);
        if (!press_key(key == " " ? "space" : key)) return false;
    }
    return true;
}

}  // namespace pocketplan::tests
