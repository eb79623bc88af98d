#pragma once

#include <chrono>
#include <functional>

#include "kiosk/app/config.h"
#include "kiosk/app/session.h"
#include "kiosk/app/window.h"
#include "kiosk/ui/ui.h"
#include "kiosk/view/machine.h"

namespace pocketplan::app {

// Turns what the window was told into frames and events, until the visit ends. Sleeps while nothing happens; wakes once
// a second for the idle clock, and draws only what has changed.
class Loop {
public:
    // `awake` is called once the first frame is on screen, and then whenever the loop wakes up; what it changes of
    // `machine` is on screen with the next frame.
    Loop(Window& window, ui::Ui& ui, Session& session, const content::Library& library, const view::Machine& machine,
         const Config& config, std::function<void()> awake)
        : window_(window),
          ui_(ui),
          session_(session),
          library_(library),
          machine_(machine),
          config_(config),
          awake_(std::move(awake)) {}

    // How the visit ended.
    visit::EndReason run();

private:
    using Clock = std::chrono::steady_clock;

    void handle(const Happening& happening);
    // Whether another screen came up.
    bool apply(const visit::Event& event);
    // The same of whatever else changes the visit.
    bool changes(const std::function<void()>& change);
    void hear();
    [[nodiscard]] bool too_soon() const;
    void type(const visit::Event& event);
    // Draws one frame, performs what was touched, and shows what came of it.
    void act(const ui::Input& input);
    void paint();
    void fade();
    // settle: for ImGui alone, which lets go of a press a frame later; what is on screen stays.
    enum class Purpose { show, settle };
    std::optional<visit::Event> draw(const ui::Input& input, Purpose purpose, double veil = 0);

    Window& window_;
    ui::Ui& ui_;
    Session& session_;
    const content::Library& library_;
    const view::Machine& machine_;
    const Config& config_;
    std::function<void()> awake_;
    ui::Input pointer_;
    Clock::time_point last_touch_ = Clock::now();
    Clock::time_point changed_;  // when another screen came up
    bool deaf_ = false;          // to a touch that began too soon after that, until it is let go
};

}  // namespace pocketplan::app
