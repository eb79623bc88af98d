#pragma once

#include "content/library.h"
#include "kiosk/view/machine.h"
#include "kiosk/view/view.h"

namespace pocketplan::view {

// The one screen of this visit, or what lies over it, so that nothing of the screen below can be read or touched.
View describe(const visit::Visit& visit, const content::Library& library, const Machine& machine);

}  // namespace pocketplan::view
