#pragma once

#include "kiosk/ui/presenter.h"

namespace pocketplan::ui {

// A question that covers the screen it is about, and what explains it, at the top of `body`.
void put_asked(Presenter& on, Rect& body);

}  // namespace pocketplan::ui
