#include "kiosk/app/scanner.h"

#include <algorithm>
#include <utility>

namespace pocketplan::app {
namespace {

using namespace std::chrono_literals;

constexpr auto longest_line = 60s;  // that a voice is waited for: the beginning of a screen, said slowly
constexpr auto longest_rest = 20s;  // after a key; then there may be nobody but whoever has the switch
constexpr int most_ends = 2;        // of a row

bool is_row(const Stop& stop) {
    return stop.size() > 1;
}

Stops::const_iterator stop_at(const Stops& stops, std::string_view id) {
    return std::find_if(stops.begin(), stops.end(),
                        [&](const Stop& stop) { return std::find(stop.begin(), stop.end(), id) != stop.end(); });
}

}  // namespace

std::optional<std::string> Scanner::move(const Screen& screen, Clock::time_point now) {
    due_.reset();
    notice(screen, now);
    if (screen.scanning == visit::Scanning::off || screen.stops.empty()) return std::nullopt;
    if (std::exchange(returning_, false)) {
        const auto first = std::find_if(screen.stops.begin(), screen.stops.end(), is_row);
        if (first != screen.stops.end()) return come_to(first->front(), screen, now);
    }
    due_ = std::max(end_of_step(screen), rests_until_);
    if (now < *due_) return std::nullopt;
    return come_to(next(screen), screen, now);
}

std::string Scanner::come_to(std::string id, const Screen& screen, Clock::time_point now) {
    focus_ = std::move(id);
    since_ = now;
    due_ = end_of_step(screen);
    return focus_;
}

// What somebody or something else has changed meanwhile gets a whole step.
void Scanner::notice(const Screen& screen, Clock::time_point now) {
    if (screen.speaking) spoken_ = now;
    const bool new_screen = screen.place != place_ || screen.scanning != scanning_;
    const bool moved = screen.focus != focus_;
    if (!new_screen && !moved) return;
    inside_ = false;
    if (new_screen) returning_ = false;
    place_ = screen.place;
    scanning_ = screen.scanning;
    focus_ = screen.focus;
    since_ = now;
}

// Half a step after the voice at least, so that there is time to press what was heard.
Scanner::Clock::time_point Scanner::end_of_step(const Screen& screen) const {
    const auto step = step_time(screen.scanning);
    const auto last = since_ + longest_line;
    if (screen.speaking) return last;
    return std::max(since_ + step, std::min(spoken_ + step / 2, last));
}

std::string Scanner::next(const Screen& screen) {
    const auto& stops = screen.stops;
    auto stop = stop_at(stops, focus_);
    if (stop == stops.end()) return stops.front().front();
    if (inside_) {
        const auto key = std::find(stop->begin(), stop->end(), focus_) + 1;
        if (key != stop->end()) return *key;
        if (++ends_ < most_ends) return stop->front();
        inside_ = false;
    }
    return ++stop == stops.end() ? stops.front().front() : stop->front();
}

bool Scanner::enter_row(const Screen& screen, Clock::time_point now) {
    notice(screen, now);
    if (row(screen) == nullptr) return false;
    inside_ = true;
    ends_ = 0;
    since_ = now;
    return true;
}

void Scanner::pressed(Clock::time_point now) {
    returning_ = std::exchange(inside_, false);
    since_ = now;
}

void Scanner::rest(Clock::time_point now) {
    rests_until_ = now + longest_rest;
}

const Stop* Scanner::row(const Screen& screen) const {
    if (screen.scanning == visit::Scanning::off || inside_) return nullptr;
    const auto stop = stop_at(screen.stops, screen.focus);
    return stop != screen.stops.end() && is_row(*stop) ? &*stop : nullptr;
}

}  // namespace pocketplan::app
