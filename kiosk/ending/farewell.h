#pragma once

#include <array>
#include <optional>

#include "kiosk/ending/trace.h"
#include "kiosk/machine/counters.h"
#include "kiosk/visit/visit.h"

namespace pocketplan::ending {

// Sealed copies of the files that the centre can change while the kiosk runs, as this process read them: what the next
// one goes on with where it finds them faulty. -1: there is no such file. Nothing of any visitor.
struct Copies {
    int settings = -1;
    int content = -1;
    int local = -1;
};

// All that one process hands to the next when a visit ends: how goodbye is to look, what to search for, and what is
// counted. Nothing the visitor said. Plain bytes, sealed in a memfd. A job that is left needs no mention: the next
// process cancels all that bear our user name.
struct Farewell {
    std::array<char, 16> language{};  // BCP 47, zero-terminated
    visit::TextSize text_size = visit::TextSize::normal;
    visit::Theme theme = visit::Theme::calm;
    visit::EndReason reason = visit::EndReason::done;
    Trace trace;
    bool proven = false;   // the search found the mark while the visit was on
    bool printed = false;  // a job of this visit came to its end
    bool trouble = false;  // the printer had some while this visit printed
    machine::Tally tally;
    Copies copies;
    int display = -1;  // a descriptor: while it is open, the neutral window stays, and so does the X server

    // What is to stay open for the next process.
    [[nodiscard]] std::array<int, 4> descriptors() const {
        return {copies.settings, copies.content, copies.local, display};
    }
};

// A sealed memfd, or -1.
int write_farewell(const Farewell& farewell);
// Reads and closes it. Unset where it is not ours or is damaged.
std::optional<Farewell> take_farewell(int descriptor);

}  // namespace pocketplan::ending
