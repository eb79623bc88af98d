#include "kiosk/app/hands.h"

#include <algorithm>
#include <cmath>

namespace pocketplan::app {

using Kind = Happening::Kind;

void Hands::Run::count(Clock::time_point now, Clock::duration soon) {
    if (presses == 0 || now - last > soon) *this = {now, now, 0};
    last = now;
    ++presses;
}

bool Hands::Run::is_a_storm() const {
    return presses > presses_a_second * std::chrono::duration<double>(last - began + patience).count();
}

bool Hands::is_same(const Press& one, const Press& other) const {
    return one.key == other.key && std::hypot(one.x - other.x, one.y - other.y) <= near_;
}

bool Hands::can_be_a_hand(Source& source, const Press& press, Clock::time_point now) const {
    constexpr std::chrono::seconds soon_any(1);
    source.all.count(now, soon_any);
    if (source.doubted && now - source.doubted_at > source.soon) source.doubted.reset();
    if (!is_same(press, source.first)) source.same = {};
    if (source.same.presses == 0) source.first = press;
    source.same.count(now, source.soon);
    const bool known = source.doubted && is_same(press, *source.doubted);
    const bool same = source.same.is_longer_than_patience() && source.same.presses > again;
    const bool storm = source.all.is_a_storm();
    if (!known && !same && !storm) {
        source.last_hand = now;
        return true;
    }
    if (same) source.doubted = source.first;
    source.doubted_at = now;
    // Nobody was there since it began. Not further back, so that no visit ends without its warning.
    const auto began = std::max(storm ? source.all.began : source.same.began, now - patience);
    if (!known) source.last_hand = std::min(source.last_hand, began);
    source.told_at = now;
    return false;
}

Hands::Verdict Hands::judge(const Happening& happening, Clock::time_point now) {
    switch (happening.kind) {
        case Kind::touched:
        case Kind::moved:
        case Kind::lifted:
            return judge_touch(happening, now);
        case Kind::key:
        case Kind::voice:
        case Kind::typed:
        case Kind::backspace:
            return judge_key(happening, now);
        case Kind::released:
            held_.erase(happening.scancode);
            return Verdict::ignored;
        case Kind::redraw:
        case Kind::woken:
        case Kind::quit:
            return Verdict::done;
    }
    std::abort();
}

Hands::Verdict Hands::judge_key(const Happening& happening, Clock::time_point now) {
    auto since = now;
    if (happening.scancode != 0) since = held_.emplace(happening.scancode, now).first->second;
    if (happening.repeated) return now - since > patience ? Verdict::ignored : Verdict::done;
    return can_be_a_hand(keys_, {happening.scancode}, now) ? Verdict::by_hand : Verdict::ignored;
}

// One finger at a time: the first that comes down, until it is lifted or was there for too long.
Hands::Verdict Hands::judge_touch(const Happening& happening, Clock::time_point now) {
    if (happening.kind != Kind::moved) std::erase(lying_, happening.finger);  // what comes down was lifted before
    if (happening.kind == Kind::touched) {
        const bool hand = can_be_a_hand(panel_, {0, happening.x, happening.y}, now);
        if (finger_ || !hand) return Verdict::ignored;
        finger_ = happening.finger;
        down_since_ = now;
        return Verdict::by_hand;
    }
    if (finger_ != happening.finger) return Verdict::ignored;
    if (happening.kind == Kind::moved) return Verdict::done;
    finger_.reset();
    panel_.last_hand = now;
    return Verdict::by_hand;
}

bool Hands::lets_go(Clock::time_point now) {
    if (!finger_ || now - down_since_ <= patience) return false;
    lying_.push_back(*finger_);
    finger_.reset();
    return true;
}

bool Hands::keys_are_stuck(Clock::time_point now) const {
    const bool held =
        std::any_of(held_.begin(), held_.end(), [&](const auto& key) { return now - key.second > patience; });
    return held || (keys_.told_at && now - *keys_.told_at < told_for);
}

bool Hands::panel_presses_by_itself(Clock::time_point now) const {
    return !lying_.empty() || (panel_.told_at && now - *panel_.told_at < told_for);
}

}  // namespace pocketplan::app
