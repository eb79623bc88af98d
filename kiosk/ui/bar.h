#pragma once

#include "kiosk/ui/presenter.h"

// The bar at the foot, whose controls never change places. Of present() alone.
namespace pocketplan::ui {

// Takes its room from the body now; put when all else is, for it is read last.
Rect take_bar(const Presenter& on, Rect& body);
void put_bar(Presenter& on, const Rect& bar);

}  // namespace pocketplan::ui
