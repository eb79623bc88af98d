#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace pocketplan::ui {

// Tells a hold from a touch, by the time that comes with each frame and never by how many frames there are. A finger
// holds by resting. A key does not, for a switch or a sip cannot be held: it presses the same control twice.
class Hold {
public:
    using Time = std::chrono::milliseconds;
    static constexpr Time rest{1000};
    static constexpr Time between_presses{3000};  // at most

    // What finger and key do to `id` in a frame; true while it is held. Both presses of a key may come in one frame
    // that is drawn again, and count once then.
    bool holds(std::string_view id, bool finger, bool key, Time now);
    // No finger is down.
    void lift() { resting_on_.clear(); }
    // Whether a press by key waits for the second one.
    [[nodiscard]] bool is_pressed(std::string_view id, Time now) const;
    // When a finger that rests will have held what it rests on.
    [[nodiscard]] std::optional<Time> due() const;

private:
    std::string resting_on_;  // a control's id; empty: on none
    Time since_{};
    std::string pressed_;
    Time pressed_at_{};
};

}  // namespace pocketplan::ui
