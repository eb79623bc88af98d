#include "kiosk/speech/ring.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace pocketplan::speech {

std::size_t Ring::put(Samples samples) {
    const std::size_t count = std::min(samples.size(), room());
    for (const Sample sample : samples.first(count)) memory_[(first_ + used_++) % memory_.size()] = sample;
    return count;
}

std::size_t Ring::take(std::span<Sample> out) {
    const std::size_t count = std::min(out.size(), used_);
    for (Sample& sample : out.first(count)) {
        sample = std::exchange(memory_[first_], Sample{0});
        first_ = (first_ + 1) % memory_.size();
    }
    used_ -= count;
    return count;
}

void Ring::wipe() {
    if (!memory_.empty()) explicit_bzero(memory_.data(), memory_.size_bytes());
    first_ = used_ = 0;
}

}  // namespace pocketplan::speech
