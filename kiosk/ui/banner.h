#pragma once

#include "kiosk/ui/presenter.h"

// Of present() alone.
namespace pocketplan::ui {

// A sign that is read across a room, in all of the body but so much at its foot (pixels).
void put_banner(Presenter& on, Rect& body, const view::Banner& banner, double below);

}  // namespace pocketplan::ui
