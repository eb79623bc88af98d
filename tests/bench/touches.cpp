// From a touch to its frame: the kiosk's own loop in a real window, which SDL's software renderer draws. Measured from
// the moment at which the event is pushed to the one at which SDL_RenderPresent() has returned and the loop goes on; a
// finger that comes down and one that is lifted are an event each. Beside it, in the same run, a window in which
// nothing is drawn: what SDL and the X server take for the same.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <SDL.h>
#include <benchmark/benchmark.h>

#include "kiosk/app/loop.h"
#include "kiosk/visit/event.h"
#include "tests/support/pack.h"
#include "tests/support/real_screen.h"

namespace {

using namespace pocketplan;
using Clock = std::chrono::steady_clock;
using Waits = std::vector<double>;  // milliseconds

constexpr std::chrono::milliseconds pause(100);  // between events: a quick finger; the loop does what can wait

double percentile(Waits waits, double part) {
    const auto nth = waits.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(waits.size() - 1));
    std::nth_element(waits.begin(), nth, waits.end());
    return *nth;
}

// A hand that pushes one event at a time, from a thread of its own like a driver, and knows how long it waits.
class Hand {
public:
    ~Hand() {
        if (thread_.joinable()) thread_.join();
    }
    void push_soon(SDL_Event event) {
        if (thread_.joinable()) thread_.join();
        is_out_ = false;
        thread_ = std::thread([this, event]() mutable {
            std::this_thread::sleep_for(pause);
            pushed_ = Clock::now();
            is_out_ = true;
            SDL_PushEvent(&event);
        });
    }
    // Whether the last one was pushed and is out of the queue.
    [[nodiscard]] bool is_heard() const {
        return is_out_ && SDL_HasEvents(SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP) == SDL_FALSE;
    }
    [[nodiscard]] double waited() const {
        return std::chrono::duration<double, std::milli>(Clock::now() - pushed_).count();
    }

private:
    std::thread thread_;
    std::atomic<bool> is_out_{false};
    Clock::time_point pushed_;  // written before is_out_
};

SDL_Event pointer_event(Uint32 type, double x, double y) {
    SDL_Event event{};
    event.type = type;
    event.button.button = SDL_BUTTON_LEFT;
    event.button.x = static_cast<int>(x);
    event.button.y = static_cast<int>(y);
    return event;
}

Waits waits_of_an_empty_window(int width, int height, int events) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
    SDL_Init(SDL_INIT_VIDEO);
    SDL_Window* const window = SDL_CreateWindow("Empty", 0, 0, width, height, SDL_WINDOW_BORDERLESS);
    SDL_Renderer* const target = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
    Waits waits;
    Hand hand;
    hand.push_soon(pointer_event(SDL_MOUSEBUTTONDOWN, 1, 1));
    while (static_cast<int>(waits.size()) < events) {
        SDL_Event event;
        SDL_WaitEvent(&event);
        if (event.type != SDL_MOUSEBUTTONDOWN) continue;
        SDL_RenderClear(target);
        SDL_RenderPresent(target);
        waits.push_back(hand.waited());
        hand.push_soon(pointer_event(SDL_MOUSEBUTTONDOWN, 1, 1));
    }
    SDL_DestroyRenderer(target);
    SDL_DestroyWindow(window);
    SDL_Quit();
    return waits;
}

// What is touched on one kind of screen, over and over.
struct Round {
    std::string name;
    std::string question;  // opened before; empty: none
    std::vector<std::string> ids;
};

std::vector<Round> rounds_of_touches() {
    const std::string back = "bar.back";
    return {
        {"language", "", {"language.es", back, "language.ar", back, "language.zh-Hans", back, "language.hi", back}},
        {"question", "situation", {"option.missed", "option.cannot_time", "option.cannot_date", "option.cannot_place"}},
        {"keyboard", "visitor_name", {"key.a", "key.e", "key.s", "key.backspace", "key.backspace", "key.backspace"}},
        {"calendar",
         "appointment_date",
         {"calendar.after", "day.20", "calendar.after", "day.9", "calendar.before", "calendar.before"}},
        {"review", "", {"paper.packing", "see.card", "seen.close", "paper.packing"}}};
}
constexpr std::size_t touches_a_round = 80;

// Touches one control after another, each once the frame of the one before is shown. Driven by the loop.
class Visitor {
public:
    Visitor(ui::Ui& ui, app::Session& session) : ui_(ui), session_(session) {}

    // Whenever the loop is awake and has drawn all that it was told.
    void go_on() {
        if (pushed_ && !hand_.is_heard()) return;
        if (std::exchange(pushed_, false)) {
            waits[at_].push_back(hand_.waited());
            if (std::exchange(down_, false)) return push(SDL_MOUSEBUTTONUP);
            if (++touches_ == touches_a_round) return begin(at_ + 1);
        }
        if (SDL_HasEvent(SDL_WINDOWEVENT) == SDL_TRUE) return;  // the screen that is next is not drawn yet
        if (at_ == rounds_.size()) return;
        wanted = rounds_[at_].ids[touches_ % rounds_[at_].ids.size()];
        if (find(wanted)) {
            down_ = true;
            push(SDL_MOUSEBUTTONDOWN);
        }
    }

    std::vector<Waits> waits = std::vector<Waits>(rounds_of_touches().size());
    std::string wanted;  // the control that is touched now

private:
    void push(Uint32 type) {
        hand_.push_soon(pointer_event(type, x_, y_));
        pushed_ = true;
    }
    // False where it cannot be touched yet.
    bool find(const std::string& id) {
        for (const auto& widget : ui_.widgets()) {
            if (widget.id != id || !widget.enabled) continue;
            x_ = widget.rect.x + widget.rect.width / 2;
            y_ = widget.rect.y + widget.rect.height / 2;
            return true;
        }
        return false;
    }
    void begin(std::size_t round) {
        at_ = round;
        touches_ = 0;
        if (round == rounds_.size()) return session_.apply(visit::ShutDown{});
        if (session_.visit().is<visit::ChoosingLanguage>()) {
            session_.apply(visit::ChooseLanguage{*tests::check_in_pack().find_language("es")});
            session_.apply(visit::MakePlan{});
        }
        session_.apply(visit::OpenReview{});
        if (!rounds_[round].question.empty()) {
            session_.apply(visit::open<visit::CheckingAnswers>());
            session_.apply(visit::ChangeAnswer{*tests::check_in_pack().find_question(rounds_[round].question)});
        }
        SDL_Event drawn_again{};
        drawn_again.type = SDL_WINDOWEVENT;
        drawn_again.window.event = SDL_WINDOWEVENT_EXPOSED;
        SDL_PushEvent(&drawn_again);
    }

    ui::Ui& ui_;
    app::Session& session_;
    std::vector<Round> rounds_ = rounds_of_touches();
    std::size_t at_ = 0;
    std::size_t touches_ = 0;
    double x_ = 0;
    double y_ = 0;
    bool pushed_ = false;
    bool down_ = false;
    Hand hand_;
};

// Without the fade, whose first frame comes as soon but shows little.
void TouchToFrame(benchmark::State& state) {
    const tests::RealScreen screen(191, {static_cast<int>(state.range(0)), static_cast<int>(state.range(1))});
    setenv("DISPLAY", screen.name().c_str(), 1);
    for (auto _ : state) {
        const auto empty = waits_of_an_empty_window(screen.size().width, screen.size().height, 300);
        app::Config config;
        config.motion = app::Motion::reduced;
        config.deaf = {};
        config.display_width_mm = 345;
        auto window = app::Window::open({});
        if (!window) return state.SkipWithError("there is no window");
        ui::Ui ui(tests::typesetter());
        app::Session session(tests::check_in_pack(), tests::typesetter(), nullptr, config.printing, app::TrayMemory({}),
                             app::Window::wake);
        const view::Machine machine{.today = {2026, 11, 26}};
        Visitor visitor(ui, session);
        const auto on = [&] {
            visitor.go_on();
            return false;
        };
        app::Loop(*window, ui, session, tests::check_in_pack(), machine, config, on, {}).run();
        Waits all;
        for (std::size_t at = 0; at < visitor.waits.size(); ++at) {
            const auto& waits = visitor.waits[at];
            if (waits.size() != 2 * touches_a_round) {
                const std::string missing = "no screen had " + visitor.wanted;
                return state.SkipWithError(missing.c_str());
            }
            state.counters[rounds_of_touches()[at].name + "_p99_ms"] = percentile(waits, 0.99);
            all.insert(all.end(), waits.begin(), waits.end());
        }
        state.SetIterationTime(percentile(all, 0.99) / 1000);
        state.counters["events"] = static_cast<double>(all.size());
        state.counters["p50_ms"] = percentile(all, 0.5);
        state.counters["p99_ms"] = percentile(all, 0.99);
        state.counters["empty_p50_ms"] = percentile(empty, 0.5);
        state.counters["empty_p99_ms"] = percentile(empty, 0.99);
        state.counters["p99_ratio"] = percentile(all, 0.99) / percentile(empty, 0.99);
    }
}
BENCHMARK(TouchToFrame)
    ->Args({1920, 1080})
    ->Args({3840, 2160})
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime()
    ->Iterations(1);

}  // namespace
