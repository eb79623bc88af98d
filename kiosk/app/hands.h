#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <vector>

#include "kiosk/app/happening.h"

namespace pocketplan::app {

// Tells what a person can have done from what only a thing does: a bag on the glass, a key that sticks, a panel that
// presses by itself. Asked by the loop of all that happens; knows no clock and no screen. That a person did something
// cannot be proven; so it doubts only what nobody does for half a minute, and believes it again once it is quiet.
class Hands {
public:
    using Clock = std::chrono::steady_clock;

    static constexpr std::chrono::seconds patience{30};  // with what is held, or goes on and on
    static constexpr int presses_a_second = 15;          // more than the fastest who type
    static constexpr int again = 100;                    // presses of the same, each soon after the one before
    static constexpr std::chrono::seconds soon_key{1};   // whoever has one switch presses nothing else, but waits
    static constexpr std::chrono::seconds soon_touch{5};
    static constexpr double same_place = 6;              // millimetres
    static constexpr std::chrono::seconds told_for{60};  // after it was last seen, so that staff can read of it

    explicit Hands(Clock::time_point now) : keys_{soon_key, now}, panel_{soon_touch, now} {}

    // by_hand: it is done, and somebody is there. done: it is done, and says of nobody that he is there: a key that
    // repeats, a finger that moves. ignored: it is not done.
    enum class Verdict { by_hand, done, ignored };
    Verdict judge(const Happening& happening, Clock::time_point now);
    // Whether what is down on the screen has been there for too long, and is to be taken for lifted from now on. Once.
    bool lets_go(Clock::time_point now);

    // When somebody last did something.
    [[nodiscard]] Clock::time_point last() const { return std::max(keys_.last_hand, panel_.last_hand); }
    // What staff should look at.
    [[nodiscard]] bool keys_are_stuck(Clock::time_point now) const;
    [[nodiscard]] bool panel_presses_by_itself(Clock::time_point now) const;
    void know_display(double pixels_per_millimetre) { near_ = same_place * pixels_per_millimetre; }

private:
    // Presses, each soon after the one before.
    struct Run {
        Clock::time_point began;
        Clock::time_point last;
        int presses = 0;

        void count(Clock::time_point now, Clock::duration soon);
        [[nodiscard]] bool is_longer_than_patience() const { return last - began > patience; }
        // Half a minute's more than the fastest hands make of it. Told by the number, so that what comes thousands of
        // times a second is soon not done any more.
        [[nodiscard]] bool is_a_storm() const;
    };
    // A key, or a place on the screen.
    struct Press {
        int key = 0;
        double x = 0;
        double y = 0;
    };
    // All keys, or all of the panel.
    struct Source {
        std::chrono::seconds soon;
        Clock::time_point last_hand;
        Run all{};
        Run same{};
        Press first{};                   // of `same`
        std::optional<Press> doubted{};  // until it is quiet
        Clock::time_point doubted_at{};
        std::optional<Clock::time_point> told_at{};
    };

    [[nodiscard]] bool is_same(const Press& one, const Press& other) const;
    bool can_be_a_hand(Source& source, const Press& press, Clock::time_point now) const;
    Verdict judge_key(const Happening& happening, Clock::time_point now);
    Verdict judge_touch(const Happening& happening, Clock::time_point now);

    Source keys_;
    Source panel_;
    double near_ = 0;                        // pixels
    std::map<int, Clock::time_point> held_;  // keys, since when
    std::optional<Finger> finger_;           // the only one that does anything
    Clock::time_point down_since_;           // it
    std::vector<Finger> lying_;              // let go, and not lifted yet
};

}  // namespace pocketplan::app
