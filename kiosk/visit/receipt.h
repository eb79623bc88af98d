#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pocketplan::visit {

// Where a visit's mark can be looked for once the visit is over.
enum class Place { memory, own_folders, temporary, shared_memory, spool };

// What a search for the mark of the visit that ended came to.
struct Receipt {
    std::vector<Place> searched;  // wholly, and nothing else is named to the visitor
    std::vector<Place> found;     // where the mark was
    bool proven = false;          // whether the same search had found it while the visit was on
};

// What is not as it should be on this machine, in the order staff should see to it.
enum class Finding {
    trace,         // the mark of the last visit was found
    unproven,      // it was not found while that visit was on: the search is worth nothing
    no_printer,    // the settings name none
    folder,        // the settings send plans to a folder, where they would stay
    unusable,      // settings or words have a fault, and there are none from before
    faulty_files,  // changed settings or words have a fault, and those from before go on
    memory,        // not locked
    swap,          // there is some
    dumps,         // a crash would write memory to the disk
    sandbox,       // the kiosk was not started by its unit
    unchecked,     // what only root can see was not looked at
    scheduler,     // CUPS may keep what it prints
    spool,         // and keeps it on the disk
    journal,       // what the kiosk reports is written to the disk
    panel,         // something lies on the screen, or it presses by itself
    keys,          // one is stuck, or they press by themselves
    clock,         // it says a day before the pack was written
    counters,      // state.db was damaged, and is begun again
    state,         // what is to be kept from one visit to the next cannot be written
    display_size,  // what is told of the display's size cannot be right
    display,       // it is too small for what it has to show
    freed_memory,  // the kernel does not clear it
};
inline constexpr Finding last_finding = Finding::freed_memory;
using Findings = std::uint32_t;  // bit n: Finding
constexpr Findings bit_of(Finding finding) {
    return Findings{1} << static_cast<unsigned>(finding);
}

// lost: it says a day before the pack was written.
enum class Clock { right, lost };

// refused: a promise cannot be kept on this machine as it is, and no visit begins. Outlives the visit.
enum class Readiness { ready, refused };

// Names of texts in content/common.
std::string_view text_id(Place place);
std::string_view text_id(Finding finding);

// What comes of a finding, from the least to the most.
enum class Weight {
    advises,  // nobody has to come for it
    tells,    // staff should see to it; visits go on. memory, too: a kiosk that starts without a lock was told to
    forbids,  // a promise cannot be kept, and no visit begins unless the settings say only to warn
    insists,  // the promise would be broken by each visit: none begins, whatever the settings say
};
Weight weight(Finding finding);

}  // namespace pocketplan::visit
