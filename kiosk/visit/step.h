#pragma once

#include <chrono>
#include <variant>
#include <vector>

#include "content/library.h"
#include "kiosk/visit/event.h"
#include "kiosk/visit/visit.h"

namespace pocketplan::visit {

// What step() asks of the world. Ids and numbers only.
struct PrintPages {};  // print what the review shows as one job
struct DrawSheets {};  // compose what the review would print and draw it, when nobody waits; told by Counted
struct CancelJob {};
struct ExpectPaper {};  // from now on a sheet of this visit's may lie in the tray
struct PaperAccountedFor {};
// Whether somebody calls staff, from now on; by a sound in the room, where one is allowed.
struct TellStaff {
    bool called;
};
struct CheckCode {};      // what is typed in Desk; told by CodeSaid
struct KeepSettings {};   // Visit::kept; told by KeptSaid
struct ReadCounts {};     // told by CountsSaid
struct PrintTestPage {};  // as one job, with nothing of the visit's on it; told by TestSaid
struct EndVisit {
    EndReason reason;
};
using Effect = std::variant<PrintPages, DrawSheets, CancelJob, ExpectPaper, PaperAccountedFor, TellStaff, CheckCode,
                            KeepSettings, ReadCounts, PrintTestPage, EndVisit>;

// VVSG 2.0 asks for 2 to 5 minutes and 20 to 45 s; shorter, for reasons in docs/ACCESSIBILITY.md, "Time".
inline constexpr std::chrono::seconds idle_warning{90};
inline constexpr std::chrono::seconds idle_end{90 + 45};
// How long a screen stays hidden; no warning comes over it.
inline constexpr std::chrono::seconds hidden_end{120};
// The warning, for a visitor to whom staff gave more time; the end comes as long after it.
inline constexpr std::chrono::minutes longer_idle_warning{10};
// How long the staff desk stays open when nobody touches it.
inline constexpr std::chrono::seconds desk_stays{60};
// How long paper may be on its way, without any trouble told, before an untouched visit ends all the same.
inline constexpr std::chrono::minutes longest_printing{10};
// How long the sign that calls staff stands before nobody seems to come.
inline constexpr std::chrono::minutes longest_call{5};
// How long goodbye stays when nobody touches it.
inline constexpr std::chrono::seconds goodbye_stays{20};
// How long a machine that is not ready waits before it looks at itself again.
inline constexpr std::chrono::seconds look_again{60};

// The one function that changes a visit. Pure but for `visit`: no clock, no I/O, no globals.
std::vector<Effect> step(Visit& visit, const Event& event, const content::Library& library);

}  // namespace pocketplan::visit
