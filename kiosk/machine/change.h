#pragma once

namespace pocketplan::machine {

// What came of a change to state.db. done: written. begun_anew: the file was damaged; it is kept as state.db.damaged,
// and a new one was started. unwritable: nothing was written; a full disk changes nothing for visitors.
enum class ChangeOutcome { done, begun_anew, unwritable };

}  // namespace pocketplan::machine
