#pragma once

#include <string>

#include "kiosk/view/sayer.h"
#include "kiosk/view/view.h"

namespace pocketplan::tests {

// A view as lines of text, for a person to read in a review: what is said, in reading order, with each control's id.
// (o) is one of several, [x] one of any number, > the strong one; keys, countries and texts to read are only counted.
std::string text_of(const view::View& view, const view::Sayer& sayer);

}  // namespace pocketplan::tests
