#pragma once

#include <array>
#include <optional>

#include "kiosk/visit/visit.h"

namespace pocketplan::ending {

// All that one process hands to the next when a visit ends: how goodbye is to look. Nothing the visitor said. Plain
// bytes, sealed in a memfd. A job that is left needs no mention: the next process cancels all that bear our user name.
struct Farewell {
    std::array<char, 16> language{};  // BCP 47, zero-terminated
    visit::TextSize text_size = visit::TextSize::normal;
    visit::Theme theme = visit::Theme::calm;
    visit::EndReason reason = visit::EndReason::done;
};

// A sealed memfd that survives exec, or -1.
int write_farewell(const Farewell& farewell);
// Reads and closes it. Unset where it is not ours or is damaged.
std::optional<Farewell> take_farewell(int descriptor);

}  // namespace pocketplan::ending
