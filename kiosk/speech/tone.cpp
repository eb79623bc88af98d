#include "kiosk/speech/tone.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace pocketplan::speech {
namespace {

constexpr int beeps = 3;
constexpr int one_beep = samples_a_second / 5;  // in samples; then a silence as long
constexpr int ramp = samples_a_second / 100;    // at both ends, against clicks
constexpr double frequency = 880;               // hertz: heard well by old ears, and by small loudspeakers
constexpr double amplitude = 20'000;

Sample sample_at(int at) {
    if (at >= one_beep) return 0;
    const double edge = std::min({1.0, static_cast<double>(at) / ramp, static_cast<double>(one_beep - at) / ramp});
    return static_cast<Sample>(amplitude * edge * std::sin(2 * std::numbers::pi * frequency * at / samples_a_second));
}

}  // namespace

void beep(const Sink& sink) {
    std::array<Sample, 2 * one_beep> beep_and_silence{};
    for (int at = 0; at < 2 * one_beep; ++at) beep_and_silence[static_cast<std::size_t>(at)] = sample_at(at);
    for (int i = 0; i < beeps; ++i) {
        if (sink(beep_and_silence) == Go::no_further) return;
    }
}

}  // namespace pocketplan::speech
