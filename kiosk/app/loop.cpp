#include "kiosk/app/loop.h"

#include <array>
#include <thread>

#include "kiosk/ui/present.h"
#include "kiosk/view/describe.h"

namespace pocketplan::app {
namespace {

// What makes a frame another screen, for the fade.
struct Place {
    visit::Screen screen;
    visit::Overlay overlay;
    std::optional<content::QuestionIndex> question;
    std::size_t person;
    bool operator==(const Place&) const = default;
};

Place place_of(const visit::Visit& visit) {
    return {visit.screen, visit.overlay, visit.question, visit.person};
}

}  // namespace

visit::EndReason Loop::run() {
    paint();
    while (!session_.ended()) {
        awake_();
        const auto happened = window_.wait();
        for (const auto& happening : happened) {
            if (!session_.ended()) handle(happening);
        }
        if (session_.ended()) break;
        const auto idle = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - last_touch_);
        if (apply(visit::IdleFor{idle}) && !session_.ended()) paint();
    }
    return *session_.ended();
}

void Loop::handle(const Happening& happening) {
    if (happening.kind != Happening::Kind::woken && happening.kind != Happening::Kind::redraw) {
        last_touch_ = Clock::now();
    }
    switch (happening.kind) {
        case Happening::Kind::pointer:
            if (happening.down && !pointer_.down && too_soon()) deaf_ = true;
            if (deaf_) {
                deaf_ = happening.down;
                return;
            }
            pointer_ = {happening.x, happening.y, happening.down, ui::Key::none};
            return act(pointer_);
        case Happening::Kind::key: {
            if (happening.key == ui::Key::press && too_soon()) return;
            ui::Input input = pointer_;
            input.key = happening.key;
            return act(input);
        }
        case Happening::Kind::typed:
            return type(visit::Type{happening.code_point});
        case Happening::Kind::backspace:
            return type(visit::EraseCharacter{});
        case Happening::Kind::redraw:
            return paint();
        case Happening::Kind::woken:
            return hear();
        case Happening::Kind::quit:
            apply(visit::ShutDown{});
            return;
    }
}

// A hardware keyboard writes only where a field is on screen.
void Loop::type(const visit::Event& event) {
    const auto& visit = session_.visit();
    if (visit.screen != visit::Screen::question || visit.overlay != visit::Overlay::none) return;
    apply(event);
    paint();
}

bool Loop::apply(const visit::Event& event) {
    return changes([&] { session_.apply(event); });
}

bool Loop::changes(const std::function<void()>& change) {
    const auto before = place_of(session_.visit());
    change();
    const bool another = place_of(session_.visit()) != before;
    if (another) changed_ = Clock::now();
    return another;
}

void Loop::hear() {
    bool heard = false;
    changes([&] { heard = session_.take_reports(); });
    if (heard && !session_.ended()) paint();
}

// A second tap was meant for the screen before.
bool Loop::too_soon() const {
    return Clock::now() - changed_ < config_.deaf;
}

void Loop::act(const ui::Input& input) {
    const auto event = draw(input, Purpose::settle);
    const bool another = event && apply(*event);
    if (session_.ended()) return;
    if (another) fade();
    paint();
}

void Loop::paint() {
    draw(pointer_, Purpose::settle);
    draw(pointer_, Purpose::show);
}

// LOOK: Motion. One fade of 120 ms; the pointer is away, so that nothing can be touched unseen.
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

std::optional<visit::Event> Loop::draw(const ui::Input& input, Purpose purpose, double veil) {
    const auto& visit = session_.visit();
    std::optional<visit::Event> event;
    for (int attempt = 0; attempt < 2; ++attempt) {
        ui_.begin(window_.display(), ui::look_of(visit, library_, window_.display()), input);
        const auto touched =
            ui::present(ui_, view::describe(visit, library_, machine_), view::Sayer(visit, library_, machine_));
        if (touched) event = touched;
        ui_.veil(veil);
        const auto frame = ui_.end();
        if (ui_.incomplete()) continue;  // the atlas starts over, and the frame is drawn once more
        if (purpose == Purpose::show) window_.show(frame, ui_.atlas());
        break;
    }
    return event;
}

}  // namespace pocketplan::app
