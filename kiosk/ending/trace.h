#pragma once

#include <cstddef>
#include <span>

#include "kiosk/visit/mark.h"

namespace pocketplan::ending {

// The mark of a visit that is over, every byte of it inverted: so the one who looks for the mark does not hold it, and
// never finds himself.
struct Trace {
    visit::Mark inverted{};

    bool operator==(const Trace&) const = default;
    static Trace of(const visit::Mark& mark);
    // Whether the mark is in there, as it is or in hexadecimal, as in the ID of a PDF.
    [[nodiscard]] bool is_in(std::span<const std::byte> bytes) const;
    // The most bytes that one occurrence takes.
    static constexpr std::size_t longest = 2 * sizeof(visit::Mark);
};

}  // namespace pocketplan::ending
