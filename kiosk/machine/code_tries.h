#pragma once

#include <chrono>

namespace pocketplan::machine {

// How often the staff code may be tried: three times, and after each further wrong one only when a wait is over that
// grows. Plain bytes, handed on from process to process, so that the end of a visit resets nothing; gone when the
// machine is switched off. Pure: the time is passed in.
class CodeTries {
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr int free_tries = 3;
    static constexpr std::chrono::seconds first_wait{30};
    static constexpr std::chrono::minutes longest_wait{15};

    // Until the next try; zero: now.
    [[nodiscard]] std::chrono::seconds wait(Time now) const;
    void count_wrong(Time now);
    void count_right() { *this = {}; }
    // Of one whose bytes another process made.
    [[nodiscard]] bool makes_sense() const;
    bool operator==(const CodeTries&) const = default;

private:
    int wrong_ = 0;  // in a row
    Time until_{};
};

}  // namespace pocketplan::machine
