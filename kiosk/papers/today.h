#pragma once

#include "content/answers.h"

namespace pocketplan::papers {

// The day by this machine's clock and time zone.
content::Date today();

}  // namespace pocketplan::papers
