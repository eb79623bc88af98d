#pragma once

#include <span>
#include <vector>

#include "kiosk/ending/farewell.h"
#include "kiosk/visit/memory.h"

namespace pocketplan::ending {

// First thing in main, because exec resets it: no core dumps, no ptrace by others of the same user.
void refuse_dumps();

// From here on a stop signal (SIGTERM, SIGINT) waits, in this thread and those that it starts: through the end of a
// visit and over exec, which would drop what a handler has only noted.
void hold_stop_signals();

// Ends the wait. Early in main, one that waited ends the new process at once, before there is anything of a visitor's
// in it.
void heed_stop_signals();

// Zeroes the given arena on SIGSEGV, SIGBUS, SIGILL, SIGFPE and SIGABRT and leaves by _exit(70); systemd starts it
// again.
void zero_on_crash(visit::Arena& arena);

// Descriptors, besides the standard streams, that whoever started this program passed on to it, and may watch: cage
// ends when its own is closed. Of all that are open, those that exec would not close: to be asked before a library
// opens any.
std::vector<int> inherited_descriptors();

// Becomes a new run of the installed program (/proc/self/exe), same process id, with `arguments` (program name first)
// and "--farewell FD" added. The inherited descriptors and the farewell's stay open, and no other. This wipes what
// outside libraries copied. Returns only if exec failed; the caller then leaves by _exit.
void replace_process(std::span<char* const> arguments, const Farewell& farewell, std::span<const int> inherited);

}  // namespace pocketplan::ending
