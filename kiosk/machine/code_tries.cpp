#include "kiosk/machine/code_tries.h"

#include <algorithm>

namespace pocketplan::machine {
namespace {

constexpr int no_longer_grows = 16;  // tries

}  // namespace

std::chrono::seconds CodeTries::wait(Time now) const {
    if (now >= until_) return {};
    // Never longer than the longest: what another process handed on may be from another clock.
    return std::chrono::ceil<std::chrono::seconds>(std::min<Time>(until_, now + longest_wait) - now);
}

bool CodeTries::makes_sense() const {
    return wrong_ >= 0 && wrong_ <= no_longer_grows;
}

void CodeTries::count_wrong(Time now) {
    wrong_ = std::min(wrong_ + 1, no_longer_grows);
    if (wrong_ < free_tries) return;
    const auto grown = first_wait * (1 << (wrong_ - free_tries));
    until_ = now + std::min<std::chrono::seconds>(grown, longest_wait);
}

}  // namespace pocketplan::machine
