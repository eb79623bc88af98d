#pragma once

#include <array>
#include <optional>

#include "kiosk/forgetting/trace.h"
#include "kiosk/machine/code_tries.h"
#include "kiosk/machine/counters.h"
#include "kiosk/visit/visit.h"

namespace pocketplan::forgetting {

// Sealed copies of the files that the centre can change while the kiosk runs, as this process read them: the next one
// goes on with them if it finds the files faulty. -1: there is no such file. Nothing about any visitor.
struct Copies {
    int settings = -1;
    int content = -1;
    int local = -1;
};

// Everything that one process hands to the next when a visit ends: how goodbye should look and sound, what to search
// for, and what to count. Nothing the visitor said. Plain bytes, sealed in a memfd. Leftover jobs need no mention: the
// next process cancels all that bear our user name.
struct Farewell {
    std::array<char, 16> language{};  // BCP 47, zero-terminated
    std::array<char, 16> beside{};    // the second one; empty: there is none
    visit::TextSize text_size = visit::TextSize::normal;
    visit::Theme theme = visit::Theme::calm;
    visit::Hearing hearing;
    visit::Scanning scanning = visit::Scanning::off;
    visit::EndReason reason = visit::EndReason::done;
    Trace trace;
    bool proven = false;   // the search found the mark during the visit
    bool printed = false;  // a job of this visit completed
    bool trouble = false;  // the printer had trouble while this visit printed
    machine::Tally tally;
    machine::CodeTries tries;  // of the staff code
    Copies copies;
    int display = -1;  // a descriptor: while it is open, the neutral window and the X server stay

    // The descriptors that must stay open for the next process.
    [[nodiscard]] std::array<int, 4> descriptors() const {
        return {copies.settings, copies.content, copies.local, display};
    }
};

// A sealed memfd, or -1.
int write_farewell(const Farewell& farewell);
// Reads and closes it. Unset if it is not ours or is damaged.
std::optional<Farewell> take_farewell(int descriptor);

}  // namespace pocketplan::forgetting
