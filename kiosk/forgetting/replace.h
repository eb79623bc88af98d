#pragma once

#include <span>
#include <vector>

#include "kiosk/forgetting/farewell.h"
#include "kiosk/forgetting/memory.h"

namespace pocketplan::forgetting {

// Must be the first thing in main, because exec resets it: no core dumps, no ptrace by other processes of the same
// user.
void refuse_dumps();

// From here on a stop signal (SIGTERM, SIGINT) stays pending, in this thread and those that it starts: through the end
// of a visit and across exec, which would lose what a handler has only recorded.
void hold_stop_signals();

// Delivers pending stop signals. Called early in main, one that was pending ends the new process before it holds
// anything of a visitor's.
void heed_stop_signals();

// What `make` gives. The threads that it starts, and those that they start, have stop signals blocked from their birth,
// so that none of them takes one.
template <class Make>
auto with_stop_signals_held(const Make& make) {
    struct Heeding {
        ~Heeding() { heed_stop_signals(); }
    };
    hold_stop_signals();
    const Heeding afterwards;
    return make();
}

// Zeroes the given arena, and leaves with _exit(70), on any signal that a fault brings: SIGSEGV, but also GLib's
// SIGTRAP when it has no memory; systemd starts the program again. And zeroes it when a library calls exit(), as Xlib
// does when its server is gone. The arena stays until then.
void zero_on_crash(forgetting::Arena& arena);

// Descriptors, besides the standard streams, that this program inherited, and that its parent may watch: cage ends when
// its pipe is closed. All open ones that exec would not close, so call this before a library opens any.
std::vector<int> inherited_descriptors();

// Becomes a new run of the program, with the same process id, `arguments` (program name first) and "--farewell FD": of
// the file that an upgrade put in its place, or else of its own (/proc/self/exe), so that an upgrade takes effect with
// the next visit, and its files are not mixed with those of before. The inherited descriptors and the farewell's stay
// open, and no others. This wipes what outside libraries copied. Returns only if exec failed; the caller must then
// leave with _exit.
void replace_process(std::span<char* const> arguments, const Farewell& farewell, std::span<const int> inherited);

}  // namespace pocketplan::forgetting
