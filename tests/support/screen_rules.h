#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/ui.h"

// What holds on every screen, whatever it shows (docs/LOOK.md).
namespace pocketplan::tests {

// Of the frame drawn last: a target too small, too close or off screen, a text that is cut. Empty where all is well.
std::string broken_rule(const ui::Ui& ui);
// Of the targets alone: what a visitor types may be in no font of ours.
std::string broken_target(const ui::Ui& ui);
// What is the matter with a text of that frame, and where.
std::string told(const ui::TextFault& fault, const ui::Ui& ui);

// WCAG 2.2, "contrast ratio": 1 to 21.
double contrast(ui::Colour a, ui::Colour b);

}  // namespace pocketplan::tests
