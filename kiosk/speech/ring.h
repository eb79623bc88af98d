#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace pocketplan::speech {

using Sample = std::int16_t;
using Samples = std::span<const Sample>;
constexpr int samples_a_second = 22'050;  // as espeak-ng makes them; one channel

// Samples on their way from the voice to the device, in memory of the visit's arena that somebody else owns. What was
// taken is zeroed at once. Not safe for threads: its user has a mutex.
class Ring {
public:
    Ring() = default;
    explicit Ring(std::span<Sample> memory) : memory_(memory) {}

    [[nodiscard]] bool empty() const { return used_ == 0; }
    [[nodiscard]] std::size_t room() const { return memory_.size() - used_; }
    // Takes as many of `samples` as there is room for; returns how many.
    std::size_t put(Samples samples);
    // Fills `out` as far as there are samples, and leaves the rest; returns how many.
    std::size_t take(std::span<Sample> out);
    void wipe();

private:
    std::span<Sample> memory_;
    std::size_t first_ = 0;
    std::size_t used_ = 0;
};

}  // namespace pocketplan::speech
