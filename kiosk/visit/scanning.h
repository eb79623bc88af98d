#pragma once

#include <chrono>
#include <cstdint>
#include <cstdlib>

namespace pocketplan::visit {

// For whoever has one switch and nothing else: the focus moves on by itself, and the switch presses what it has come
// to. How fast is the visitor's to set.
enum class Scanning : std::uint8_t { off, slow, medium, fast };

// How long the focus stays. Not for Scanning::off.
inline std::chrono::milliseconds step_time(Scanning scanning) {
    using namespace std::chrono_literals;
    switch (scanning) {
        case Scanning::slow:
            return 4000ms;
        case Scanning::medium:
            return 2500ms;
        case Scanning::fast:
            return 1500ms;
        case Scanning::off:
            break;
    }
    std::abort();
}

}  // namespace pocketplan::visit
