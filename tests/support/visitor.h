#pragma once

#include <functional>

#include "content/answers.h"
#include "content/library.h"
#include "tests/support/robot.h"

namespace pocketplan::tests {

// Goes through the interview by touch, giving these answers, until the review. `look` is called on every screen. False
// if some answer could not be given.
bool answer_all(
    Robot& robot, const visit::Visit& visit, const content::Library& library, const content::Answers& answers,
    const std::function<void()>& look = [] {});

// Opens a question the way the review does, whatever is on screen, and whoever looks on.
void open_question(visit::Visit& visit, const content::Library& library, std::string_view id);

}  // namespace pocketplan::tests
