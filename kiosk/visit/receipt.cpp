#include "kiosk/visit/receipt.h"

#include <cstdlib>

namespace pocketplan::visit {

std::string_view text_id(Place place) {
    switch (place) {
        case Place::memory:
            return "receipt.memory";
        case Place::own_folders:
            return "receipt.own_folders";
        case Place::temporary:
            return "receipt.temporary";
        case Place::shared_memory:
            return "receipt.shared_memory";
        case Place::spool:
            return "receipt.spool";
    }
    std::abort();
}

std::string_view text_id(Finding finding) {
    switch (finding) {
        case Finding::trace:
            return "machine.trace";
        case Finding::unproven:
            return "machine.unproven";
        case Finding::no_printer:
            return "machine.no_printer";
        case Finding::folder:
            return "machine.folder";
        case Finding::unusable:
            return "machine.unusable";
        case Finding::faulty_files:
            return "machine.faulty_files";
        case Finding::memory:
            return "machine.memory";
        case Finding::swap:
            return "machine.swap";
        case Finding::dumps:
            return "machine.dumps";
        case Finding::sandbox:
            return "machine.sandbox";
        case Finding::unchecked:
            return "machine.unchecked";
        case Finding::scheduler:
            return "machine.scheduler";
        case Finding::spool:
            return "machine.spool";
        case Finding::journal:
            return "machine.journal";
        case Finding::panel:
            return "machine.panel";
        case Finding::keys:
            return "machine.keys";
        case Finding::clock:
            return "machine.clock";
        case Finding::counters:
            return "machine.counters";
        case Finding::state:
            return "machine.state";
        case Finding::display_size:
            return "machine.display_size";
        case Finding::display:
            return "machine.display";
        case Finding::freed_memory:
            return "machine.freed_memory";
    }
    std::abort();
}

Weight weight(Finding finding) {
    switch (finding) {
        case Finding::no_printer:
        case Finding::folder:
        case Finding::unusable:
            return Weight::insists;
        case Finding::trace:
        case Finding::unproven:
        case Finding::swap:
        case Finding::dumps:
        case Finding::sandbox:
        case Finding::unchecked:
        case Finding::scheduler:
        case Finding::spool:
        case Finding::journal:
            return Weight::forbids;
        case Finding::faulty_files:
        case Finding::memory:
        case Finding::panel:
        case Finding::keys:
        case Finding::clock:
        case Finding::counters:
        case Finding::state:
        case Finding::display_size:
        case Finding::display:
            return Weight::tells;
        case Finding::freed_memory:
            return Weight::advises;
    }
    std::abort();
}

}  // namespace pocketplan::visit
