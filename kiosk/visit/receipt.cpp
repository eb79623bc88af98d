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
        case Finding::counters:
            return "machine.counters";
        case Finding::freed_memory:
            return "machine.freed_memory";
    }
    std::abort();
}

bool forbids_visits(Finding finding) {
    switch (finding) {
        case Finding::trace:
        case Finding::unproven:
        case Finding::swap:
        case Finding::dumps:
        case Finding::sandbox:
        case Finding::unchecked:
        case Finding::scheduler:
        case Finding::spool:
        case Finding::journal:
            return true;
        case Finding::memory:
        case Finding::counters:
        case Finding::freed_memory:
            return false;
    }
    std::abort();
}

}  // namespace pocketplan::visit
