#pragma once

#include <vector>

#include "content/library.h"
#include "kiosk/app/session.h"
#include "kiosk/view/machine.h"

namespace pocketplan::app {

// What a new day changes, also while a visit is on: which facts are said, what a calendar offers, what staff are told.
class Days {
public:
    // Both are brought up to date by look(), on the thread that reads them. `library`: as it was loaded.
    Days(content::Library& library, view::Machine& machine)
        : library_(library), machine_(machine), written_(library.advice) {}

    // `today`: by the machine's clock, which can be wrong and can be set. Whether it is another day than it knew.
    bool look(const content::Date& today, Session& session);

private:
    content::Library& library_;
    view::Machine& machine_;
    std::vector<content::Advice> written_;  // a clock that was ahead and is set right brings back what had expired
    content::Date known_{};
};

}  // namespace pocketplan::app
