#pragma once

#include <functional>
#include <string>

#include "content/answers.h"
#include "content/library.h"
#include "kiosk/view/machine.h"
#include "kiosk/visit/visit.h"

namespace pocketplan::pictures {

// Plain answers to every question, so that everything comes up.
content::Answers sample_answers(const content::Library& library);

// Called for each screen, with its name; returns true if the screen has more pages to show.
using Look = std::function<bool(const std::string& name)>;

// Puts a visit into every state that has a screen of its own: each question in each state of its entry, each printer
// trouble, each ending, and each overlay; and the machine into every state that is reported. The visit's language, text
// size and theme stay as they are.
void show_every_screen(visit::Visit& visit, view::Machine& machine, const content::Library& library, const Look& look);

}  // namespace pocketplan::pictures
