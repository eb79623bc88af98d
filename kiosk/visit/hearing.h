#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

// How a visitor is spoken to.
namespace pocketplan::visit {

// Seven steps from half to twice the usual speed, which is 120 to 125 words a minute (VVSG 2.0, 7.1-K, asks for 50 to
// 200 % in 6 to 8 steps).
class Pace {
public:
    static constexpr std::array<int, 7> percents{50, 65, 80, 100, 125, 160, 200};

    [[nodiscard]] int percent() const { return percents[step_]; }
    void slower() { step_ -= step_ > 0 ? 1 : 0; }
    void faster() { step_ = std::min(step_ + 1, percents.size() - 1); }
    // Of one whose bytes another process made.
    [[nodiscard]] bool makes_sense() const { return step_ < percents.size(); }
    bool operator==(const Pace&) const = default;

private:
    std::size_t step_ = 3;
};

// Nine steps of 4 dB, from 12 dB below the usual loudness to 20 dB above it, which is all that the samples can hold.
// How loud that is in a headphone depends on the machine's own volume.
class Loudness {
public:
    static constexpr int decibels_a_step = 4;
    static constexpr int steps = 9;
    static constexpr int usual = 3;

    // 0 to 8
    [[nodiscard]] int step() const { return step_; }
    // The nearest that there is.
    static Loudness at(int step) {
        Loudness loudness;
        loudness.step_ = std::clamp(step, 0, steps - 1);
        return loudness;
    }
    // What samples are multiplied by, at most 1.
    [[nodiscard]] float gain() const {
        return std::pow(10.0F, static_cast<float>((step_ - (steps - 1)) * decibels_a_step) / 20.0F);
    }
    void quieter() { step_ = std::max(step_ - 1, 0); }
    void louder() { step_ = std::min(step_ + 1, steps - 1); }
    // Of one whose bytes another process made.
    [[nodiscard]] bool makes_sense() const { return step_ >= 0 && step_ < steps; }
    bool operator==(const Loudness&) const = default;

private:
    int step_ = usual;
};

// What a visitor can ask of the voice. again: to hear the screen once more.
enum class Aloud : std::uint8_t { on, off, again, slower, faster, quieter, louder };

// Gone with the visit, so that the next visitor finds all as it was.
struct Hearing {
    bool listening = false;
    Pace pace;
    Loudness loudness;
    int asked = 0;  // how often the visitor asked for the whole screen
};
inline void change(Hearing& hearing, Aloud how) {
    switch (how) {
        case Aloud::on:
            hearing.listening = true;
            break;
        case Aloud::off:
            hearing.listening = false;
            return;
        case Aloud::again:
            break;
        case Aloud::slower:
            return hearing.pace.slower();
        case Aloud::faster:
            return hearing.pace.faster();
        case Aloud::quieter:
            return hearing.loudness.quieter();
        case Aloud::louder:
            return hearing.loudness.louder();
    }
    ++hearing.asked;
}

}  // namespace pocketplan::visit
