#pragma once

#include "kiosk/visit/steps.h"

namespace pocketplan::visit {

// The review, and from the print button to paper in hand; one operator() an event.
class PaperSteps : protected Steps {
public:
    using Steps::Steps;

    // On the review
    void operator()(ChangeAnswer);
    void operator()(Reveal);
    void operator()(TogglePaper);
    void operator()(TogglePictures);
    void operator()(SetCopies);
    void operator()(SeeSheet);
    void operator()(const Counted&);

    // From the print button to paper in hand
    void operator()(Print);
    void operator()(Composed);
    void operator()(PrinterSaid);
    void operator()(QueueSaid);
    void operator()(JobSaid);
    void operator()(InHand);
    void operator()(CallStaff);
    void operator()(CopyByHand);
    void operator()(TrayChecked);

private:
    void start_printing();
};

}  // namespace pocketplan::visit
