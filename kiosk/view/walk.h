#pragma once

#include <functional>
#include <optional>

#include "kiosk/view/view.h"

namespace pocketplan::view {

// Where a control is found. keys: it types, or picks a part of a day or a time; there are dozens of these. curtain: on
// a hidden screen.
enum class Place { answers, keys, bar, corner, curtain };

// All that a view says and all that can be done, in the order in which it is read: the title, what is wrong, what is
// asked, the bar, the corner.
struct Walker {
    // for_staff: it is said in the source language as well.
    std::function<void(const Said& said, bool for_staff)> text = [](const Said&, bool) {};
    std::function<void(const Control& control, Place place)> control = [](const Control&, Place) {};
    std::function<void(const Field& field)> field = [](const Field&) {};
};
void walk(const View& view, const Walker& walker);

// What the key that goes back does here: what the control for it does. Nothing brings a hidden screen back but a hand.
std::optional<visit::Event> way_back(const View& view);

// Whether what a hardware keyboard types is an answer here; and the field that it goes into, where one is shown.
bool is_typed_into(const View& view);
std::optional<Id> field_in_use(const View& view);

}  // namespace pocketplan::view
