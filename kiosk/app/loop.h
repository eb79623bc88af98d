#pragma once

#include <chrono>
#include <functional>

#include "kiosk/app/config.h"
#include "kiosk/app/hands.h"
#include "kiosk/app/place.h"
#include "kiosk/app/reader.h"
#include "kiosk/app/session.h"
#include "kiosk/app/switch_access.h"
#include "kiosk/app/window.h"
#include "kiosk/ui/ui.h"
#include "kiosk/view/machine.h"

namespace pocketplan::app {

// Turns what the window was told into frames and events, until the visit ends. Sleeps while nothing happens; wakes once
// a second for the idle clock, and draws only what has changed.
class Loop {
public:
    // `awake` is called once the first frame is on screen, and then whenever the loop wakes up, before what happened:
    // it may be of another day. Whether it changed what is on screen. `make_speaker` is called after the first frame,
    // too: finding a voice and something to hear it with takes longer than drawing. Null: nothing is read aloud.
    using MakeSpeaker = std::function<std::unique_ptr<speech::Speaker>()>;
    Loop(Window& window, ui::Ui& ui, Session& session, const content::Library& library, const view::Machine& machine,
         const Config& config, std::function<bool()> awake, MakeSpeaker make_speaker)
        : window_(window),
          ui_(ui),
          session_(session),
          library_(library),
          machine_(machine),
          config_(config),
          awake_(std::move(awake)),
          make_speaker_(std::move(make_speaker)) {}

    // How the visit ended.
    visit::EndReason run();
    // After this no other thread reads the visit's memory for a voice.
    void stop_reading() { reader_.reset(); }

private:
    using Clock = std::chrono::steady_clock;

    void handle(const Happening& happening);
    void touch(const Happening& happening);
    void look_after_hands();
    // What there is to draw on, and whether staff have to see to it: at first, and whenever that may have changed.
    // Whether it did.
    bool look_at_display();
    // From the settings, else as staff measured it.
    [[nodiscard]] double width_told() const;
    // Whether another screen came up.
    bool apply(const visit::Event& event);
    // The same of whatever else changes the visit.
    bool changes(const std::function<void()>& change);
    void hear();
    // Whether it began to read, for whoever cannot see the screen: at the start any key asks for it.
    bool begin_reading();
    void tell_voice(visit::Aloud wish);
    void greet_whoever_plugged_in(const visit::Event& event);
    // Since a hand did anything, or hid the screen, but for the time in which it was read.
    [[nodiscard]] std::chrono::milliseconds idle();
    void work(bool nothing_happened);
    // Moves the focus on for whoever has one switch.
    void scan();
    // How long nothing needs to be done, if nothing happens.
    [[nodiscard]] std::chrono::milliseconds rest() const;
    [[nodiscard]] bool too_soon() const;
    void type(const visit::Event& event);
    void press(ui::Key key);
    // Draws one frame unseen, and performs what was touched.
    void act(const ui::Input& input);
    // What is on screen is not what there is to see. It is drawn once, after all that has happened is done.
    void outdate();
    void settle();
    void show_what_came();
    void paint();
    void fade();
    // settle: for ImGui alone, which lets go of a press a frame later; what is on screen stays.
    enum class Purpose { show, settle };
    std::optional<visit::Event> draw(ui::Input input, Purpose purpose, double veil = 0);
    [[nodiscard]] static ui::Hold::Time time();

    Window& window_;
    ui::Ui& ui_;
    Session& session_;
    const content::Library& library_;
    const view::Machine& machine_;
    const Config& config_;
    std::function<bool()> awake_;
    MakeSpeaker make_speaker_;
    std::optional<Reader> reader_;
    std::optional<DisplayReport> reported_;
    double known_width_ = 0;  // of the picture, millimetres, as it was judged with; 0: as the display says
    ui::Display display_;
    ui::Input pointer_;
    FocusKeeper focus_;
    SwitchAccess switch_;
    Hands hands_{Clock::now()};
    visit::HandsSaid said_of_hands_;
    Clock::time_point last_touch_ = Clock::now();
    Clock::time_point begun_;
    Clock::time_point changed_;  // when another screen came up, first seen
    bool unseen_ = false;        // it is not shown yet
    Clock::time_point pressed_;  // by a switch
    bool key_pressed_ = false;   // in the frame that is to be drawn
    bool work_left_ = false;
    bool outdated_ = false;
    bool settled_ = true;
    bool fades_ = false;
    std::optional<bool> typed_into_;  // whether the screen is, while only typing happens
    bool deaf_ = false;               // to a touch that began too soon after that, until it is let go
};

}  // namespace pocketplan::app
