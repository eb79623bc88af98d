#pragma once

#include "kiosk/visit/steps.h"

namespace pocketplan::visit {

// From question to question, and what answers the one on screen; one operator() an event.
class AnswerSteps : protected Steps {
public:
    using Steps::Steps;

    // From question to question
    void operator()(OpenReview);
    void operator()(Next);
    void operator()(Skip);
    void operator()(SkipPrivate);

    // What answers the question on screen
    void operator()(ToggleOption);
    void operator()(NoneOfThese);
    void operator()(PickCountry);
    void operator()(Type);
    void operator()(PressKey);
    void operator()(PickCharacter);
    void operator()(EraseCharacter);
    void operator()(SwitchLayer);
    void operator()(SwitchCase);
    void operator()(FocusField);
    void operator()(Uncover);
    void operator()(LeaveAsTyped);
    void operator()(PickDate);
    void operator()(FocusDate);
    void operator()(PickDecade);
    void operator()(ShowMonth);
    void operator()(PickDay);
    void operator()(ShowHalf);
    void operator()(PickTime);

private:
    // Null unless a question of this kind is on screen.
    [[nodiscard]] const Asking* asks(content::AnswerKind kind) const;
    [[nodiscard]] bool is_typed() const;
};

}  // namespace pocketplan::visit
