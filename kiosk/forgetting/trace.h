#pragma once

#include <cstddef>
#include <span>

#include "kiosk/forgetting/mark.h"

namespace pocketplan::forgetting {

// The mark of a visit that is over, with every byte inverted: whoever searches for the mark does not hold it, and so
// never finds itself.
struct Trace {
    forgetting::Mark inverted{};

    bool operator==(const Trace&) const = default;
    static Trace of(const forgetting::Mark& mark);
    // Whether the mark is in the bytes, as it is or in hexadecimal, as in the ID of a PDF.
    [[nodiscard]] bool is_in(std::span<const std::byte> bytes) const;
    // The length in bytes of the longest occurrence.
    static constexpr std::size_t longest = 2 * sizeof(forgetting::Mark);
};

}  // namespace pocketplan::forgetting
