#include "kiosk/ui/hold.h"

namespace pocketplan::ui {

bool Hold::holds(std::string_view id, bool finger, bool key, Time now) {
    if (!finger && resting_on_ == id) resting_on_.clear();
    if (finger && resting_on_ != id) {
        resting_on_ = id;
        since_ = now;
    }
    const bool rested = finger && now - since_ >= rest;
    if (!key) return rested;
    const bool twice = is_pressed(id, now) && now != pressed_at_;
    if (!twice) pressed_ = id, pressed_at_ = now;
    if (twice) pressed_.clear();
    return twice;
}

bool Hold::is_pressed(std::string_view id, Time now) const {
    return pressed_ == id && now - pressed_at_ <= between_presses;
}

std::optional<Hold::Time> Hold::due() const {
    if (resting_on_.empty()) return std::nullopt;
    return since_ + rest;
}

}  // namespace pocketplan::ui
