#include "kiosk/machine/code_tries.h"

#include <algorithm>

namespace pocketplan::machine {

std::chrono::seconds CodeTries::wait(Time now) const {
    if (now >= until_) return {};
    // Never longer than the longest: what another process handed on may be from another clock.
    const auto rest = std::min<Time::duration>(until_ - now, longest_wait);
    return std::chrono::ceil<std::chrono::seconds>(rest);
}

void CodeTries::count_wrong(Time now) {
    constexpr int no_longer_grows = 16;
    wrong_ = std::min(wrong_ + 1, no_longer_grows);
    if (wrong_ < free_tries) return;
    const auto grown = first_wait * (1 << (wrong_ - free_tries));
    until_ = now + std::min<std::chrono::seconds>(grown, longest_wait);
}

}  // namespace pocketplan::machine
