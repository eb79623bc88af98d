#pragma once

#include "kiosk/visit/steps.h"

namespace pocketplan::visit {

// The staff code and the desk that it opens; one operator() an event.
class DeskSteps : protected Steps {
public:
    using Steps::Steps;

    void operator()(EnterCode);
    void operator()(CodeSaid);
    void operator()(OpenDeskPage);
    void operator()(PrintTest);
    void operator()(TestSaid);
    void operator()(SwitchLanguage);
    void operator()(SetFirstLoudness);
    void operator()(ResizeCard);
    void operator()(CardMatches);
    void operator()(ForgetDisplayWidth);
    void operator()(SwitchMoreTime);
    void operator()(const CountsSaid&);
    void operator()(KeptSaid);
    void operator()(const DeskRecalled&);

private:
    [[nodiscard]] bool at_desk() const { return visit_.overlay == Overlay::desk; }
    void keep();
    void keep_display_width(double millimetres);
};

}  // namespace pocketplan::visit
