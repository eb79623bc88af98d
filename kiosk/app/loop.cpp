#include "kiosk/app/loop.h"

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

#include "kiosk/ui/present.h"
#include "kiosk/view/describe.h"
#include "kiosk/view/walk.h"

namespace pocketplan::app {
visit::EndReason Loop::run() {
    begun_ = Clock::now();
    look_at_display();
    // The tap that ended the visit before may have been the first of two.
    unseen_ = session_.visit().is<visit::Goodbye>();
    paint();
    awake_();
    while (!session_.ended()) {
        if (!reader_ && make_speaker_) reader_.emplace(make_speaker_(), library_);
        const auto happened = window_.wait(rest());
        if (awake_()) outdate();
        typed_into_.reset();
        for (const auto& happening : happened) {
            if (!session_.ended()) handle(happening);
        }
        if (!session_.ended()) look_after_hands();
        if (session_.ended()) break;
        const auto looks = looks_of(session_.visit());
        apply(visit::IdleFor{idle()});
        if (session_.ended()) break;
        if (looks != looks_of(session_.visit())) outdate();
        show_what_came();
        if (reader_) reader_->wait(Clock::now());
        scan();
        work(happened.empty());
    }
    return *session_.ended();
}

std::chrono::milliseconds Loop::rest() const {
    using std::chrono::ceil;
    using std::chrono::milliseconds;
    constexpr milliseconds longest(1000);  // the one wake-up a second, for the idle clock
    constexpr milliseconds moment(50);     // while a finger rests on what is to be held
    if (work_left_) return milliseconds(0);
    if (ui_.hold_due()) return moment;
    const auto due = switch_.due();
    return due ? std::clamp(ceil<milliseconds>(*due - Clock::now()), milliseconds(0), longest) : longest;
}

void Loop::scan() {
    const bool speaking = reader_ && reader_->is_speaking();
    const auto voice = speaking ? SwitchAccess::Voice::speaking : SwitchAccess::Voice::silent;
    if (switch_.move(ui_, voice, Clock::now())) paint();
}

// What can wait until nobody touches anything, piece by piece, so that a touch waits for one piece at most.
void Loop::work(bool nothing_happened) {
    work_left_ = true;
    if (!nothing_happened) return;
    switch (session_.work()) {
        case Session::Work::nothing:
            work_left_ = false;
            return;
        case Session::Work::more:
            return;
        case Session::Work::new_frame:
            if (!session_.ended()) paint();
            return;
    }
}

void Loop::handle(const Happening& happening) {
    const auto verdict = hands_.judge(happening, Clock::now());
    // What is done to a hidden screen may be a stranger's, and keeps no visit.
    if (session_.visit().overlay != visit::Overlay::hidden) last_touch_ = hands_.last();
    if (verdict == Hands::Verdict::ignored) return;
    const bool types = happening.kind == Happening::Kind::typed || happening.kind == Happening::Kind::backspace;
    if (!types) typed_into_.reset();
    switch (happening.kind) {
        case Happening::Kind::touched:
        case Happening::Kind::moved:
        case Happening::Kind::lifted:
            return touch(happening);
        case Happening::Kind::key:
            if (ui::acts(happening.key)) return too_soon() ? void() : press(happening.key);
            if (!begin_reading()) return press(happening.key);
            return outdate();
        case Happening::Kind::voice:
            if (!begin_reading()) tell_voice(happening.aloud);
            return outdate();
        case Happening::Kind::typed:
            return type(visit::Type{happening.code_point});
        case Happening::Kind::backspace:
            return type(visit::EraseCharacter{});
        case Happening::Kind::released:
            return;
        case Happening::Kind::redraw:
            look_at_display();
            return outdate();
        case Happening::Kind::woken:
            return hear();
        case Happening::Kind::quit:
            apply(visit::ShutDown{});
            return;
    }
}

void Loop::touch(const Happening& happening) {
    const bool down = happening.kind != Happening::Kind::lifted;
    if (happening.kind == Happening::Kind::touched && too_soon()) deaf_ = true;
    if (deaf_) {
        deaf_ = down;
        return;
    }
    settle();
    pointer_ = {happening.x, happening.y, down, ui::Key::none};
    act(pointer_);
}

// What lies on the glass is taken for lifted, beside everything, so that it presses nothing. What is held, is held.
void Loop::look_after_hands() {
    const auto now = Clock::now();
    if (hands_.lets_go(now)) {
        settle();
        deaf_ = false;
        pointer_ = {};
        act(pointer_);
    }
    const visit::HandsSaid said{hands_.keys_are_stuck(now), hands_.panel_presses_by_itself(now)};
    if (said != std::exchange(said_of_hands_, said)) {
        apply(said);
        outdate();
    }
    const auto due = ui_.hold_due();
    if (due && time() >= *due) act(pointer_);  // a finger that rests sends nothing
}

bool Loop::look_at_display() {
    const auto report = window_.look_at_display();
    if (report == reported_ && width_told() == known_width_) return false;
    reported_ = report;
    known_width_ = width_told();
    const auto judged = judge_display(report, known_width_);
    display_ = judged.display;
    hands_.know_display(display_.pixels_per_millimetre);
    apply(visit::DisplaySaid{judged.size, judged.finding, display_.width_mm()});
    return true;
}

double Loop::width_told() const {
    return config_.display_width_mm > 0 ? config_.display_width_mm : session_.visit().kept.display_width;
}

// A hardware keyboard types where there are fields, and Tab goes on from the one that it types into. Elsewhere its
// space bar presses; everywhere for whoever has one switch, which is likely to send a space. What is typed changes
// nothing of that, so that it is asked once, however much was typed.
void Loop::type(const visit::Event& event) {
    const auto* const typed = std::get_if<visit::Type>(&event);
    const bool space = typed != nullptr && typed->code_point == U' ';
    const bool presses = space && session_.visit().scanning != visit::Scanning::off;
    if (!typed_into_) {
        const auto view = view::describe(session_.visit(), library_, machine_);
        typed_into_ = view::is_typed_into(view);
        const auto field = view::field_in_use(view);
        if (*typed_into_ && !presses && field) ui_.set_focus(std::string(std::string_view(*field)));
    }
    if (presses || !*typed_into_) {
        if (space) return too_soon() ? void() : press(ui::Key::press);
        return begin_reading() ? outdate() : void();
    }
    apply(event);
    outdate();
}

bool Loop::apply(const visit::Event& event) {
    const bool another = changes([&] { session_.apply(event); });
    if (session_.take_call() && reader_ && config_.loudspeaker == Loudspeaker::yes) reader_->call();
    if (width_told() != known_width_) look_at_display();
    return another;
}

bool Loop::changes(const std::function<void()>& change) {
    const auto before = place_of(session_.visit());
    change();
    const auto after = place_of(session_.visit());
    const bool another = after != before;
    if (another) {
        unseen_ = true;
        outdate();
    }
    if (before.overlay == visit::Overlay::hidden && another) last_touch_ = Clock::now();
    auto focus = focus_.move(before, after, ui_.focus());
    if (focus != ui_.focus()) ui_.set_focus(std::move(focus));
    return another;
}

void Loop::hear() {
    bool heard = false;
    changes([&] { heard = session_.take_reports(); });
    if (reader_) {
        const auto read = reader_->take_reports(Clock::now());
        for (const auto& event : read.events) {
            apply(event);
            greet_whoever_plugged_in(event);
        }
        if (read.spoken) ui_.set_focus(*read.spoken);
        heard = heard || !read.events.empty() || read.spoken;
    }
    if (heard) outdate();
}

bool Loop::begin_reading() {
    const auto& visit = session_.visit();
    if (!visit.sound || visit.hearing.listening || !visit.is<visit::ChoosingLanguage>()) return false;
    apply(visit::ReadAloud{visit::Aloud::on});
    return true;
}

// Whoever wants to hear the screen again and hears nothing wants to hear it.
void Loop::tell_voice(visit::Aloud wish) {
    const bool begins = wish == visit::Aloud::again && !session_.visit().hearing.listening;
    apply(visit::ReadAloud{begins ? visit::Aloud::on : wish});
}

// A headphone by USB. What is found soon after the start was there before.
void Loop::greet_whoever_plugged_in(const visit::Event& event) {
    constexpr std::chrono::seconds found_by_then(5);
    const auto* const sound = std::get_if<visit::SoundSaid>(&event);
    if (sound == nullptr || !sound->there || Clock::now() - begun_ < found_by_then) return;
    if (session_.visit().is<visit::ChoosingLanguage>()) apply(visit::ReadAloud{visit::Aloud::on});
}

std::chrono::milliseconds Loop::idle() {
    const auto now = Clock::now();
    const auto listening = reader_ ? reader_->read_since(last_touch_, now) : Clock::duration();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now - last_touch_ - listening);
}

// A second tap was meant for the screen before; and whatever comes before another can be seen, however long that takes.
bool Loop::too_soon() const {
    const bool heeds_all = config_.deaf.count() == 0;
    return (unseen_ && !heeds_all) || Clock::now() - std::max(changed_, pressed_) < config_.deaf;
}

// The first press on the start's screen may be a switch's, or of somebody who cannot see what else there is to press:
// it gets both.
void Loop::press(ui::Key key) {
    settle();
    if (key == ui::Key::press && SwitchAccess::is_asked_for(session_.visit(), ui_)) {
        apply(visit::SetScanning{visit::Scanning::slow});
        begin_reading();
        return outdate();
    }
    if (!ui::acts(key)) switch_.rest(Clock::now());
    key_pressed_ = key == ui::Key::press;
    if (key == ui::Key::press && session_.visit().scanning != visit::Scanning::off) {
        pressed_ = Clock::now();
        if (switch_.press(ui_, pressed_) == SwitchAccess::Press::into_row) return outdate();
    }
    ui::Input input = pointer_;
    input.key = key;
    act(input);
}

void Loop::act(const ui::Input& input) {
    settle();
    typed_into_.reset();
    const auto event = draw(input, Purpose::settle);
    // Once it has acted, a hold is over: the finger touches nothing of what comes up below it.
    if (event && std::holds_alternative<visit::ShowAgain>(*event)) deaf_ = std::exchange(pointer_.down, false);
    fades_ = (event && apply(*event)) || fades_;
    outdate();
}

void Loop::outdate() {
    outdated_ = true;
    settled_ = false;
}

// What is done next meets the screen as it is by then.
void Loop::settle() {
    if (!std::exchange(settled_, true) && !session_.ended()) draw(pointer_, Purpose::settle);
}

void Loop::show_what_came() {
    if (!outdated_) return;
    if (std::exchange(fades_, false)) fade();
    paint();
}

void Loop::paint() {
    draw(pointer_, Purpose::settle);
    draw(pointer_, Purpose::show);
    if (std::exchange(unseen_, false)) changed_ = Clock::now();
    outdated_ = false;
    settled_ = true;
}

// One short fade (docs/LOOK.md, Motion); the pointer is away, so that nothing can be touched unseen.
void Loop::fade() {
    if (config_.motion == Motion::reduced) return;
    constexpr std::array veils{0.75, 0.5, 0.25};
    constexpr std::chrono::milliseconds step(30);
    for (const double veil : veils) {
        const auto begin = Clock::now();
        draw({}, Purpose::show, veil);
        std::this_thread::sleep_until(begin + step);
    }
}

ui::Hold::Time Loop::time() {
    return std::chrono::duration_cast<ui::Hold::Time>(Clock::now().time_since_epoch());
}

std::optional<visit::Event> Loop::draw(ui::Input input, Purpose purpose, double veil) {
    const auto& visit = session_.visit();
    input.time = time();
    std::optional<visit::Event> event;
    for (int attempt = 0; attempt < 3; ++attempt) {
        ui_.begin(display_, ui::look_of(visit, library_, display_), input);
        const auto view = view::describe(visit, library_, machine_);
        const view::Sayer sayer(visit, library_, machine_);
        const auto touched = ui::present(ui_, view, sayer, &session_.pictures());
        if (touched) event = touched;
        if (input.key == ui::Key::back) event = view::way_back(view);
        ui_.veil(veil);
        const auto frame = ui_.end();
        if (ui_.incomplete()) continue;  // the atlas grew, or starts over: the frame is drawn once more
        switch_.look(visit, view, ui_);
        if (purpose == Purpose::show) window_.show(frame, ui_.atlas());
        if (purpose == Purpose::show && reader_) {
            const auto row_end = ui_.row().empty() ? std::string_view() : std::string_view(ui_.row().back());
            const bool pressed = std::exchange(key_pressed_, false);
            reader_->look({view, sayer, visit, ui_.focus(), ui_.held(), row_end, pressed}, Clock::now());
        }
        break;
    }
    return event;
}

}  // namespace pocketplan::app
