#pragma once

#include <optional>

#include "kiosk/visit/desk.h"

// What happens at the staff desk, and what it is told.
namespace pocketplan::visit {

// By touch or key. Without the code in `Desk` these do nothing, but for the first.
struct EnterCode {};
struct OpenDeskPage {
    DeskPage page;
};
struct PrintTest {};
struct SwitchLanguage {
    content::LanguageIndex language;
};
struct SetFirstLoudness {
    Aloud how;  // quieter or louder
};
struct ResizeCard {
    double by;  // millimetres
};
struct CardMatches {};
struct ForgetDisplayWidth {};
struct SwitchMoreTime {};

// What came of the code that was entered.
struct CodeSaid {
    CodeAnswer answer;
};
struct TestSaid {
    status::Progress progress;
    status::Trouble trouble;
};
struct CountsSaid {
    std::optional<WeekCounts> counts;
};
// Whether what staff set was kept.
struct KeptSaid {
    bool written;
};
// What this machine knows when it starts.
struct DeskRecalled {
    bool has_code;
    Kept kept;
};

}  // namespace pocketplan::visit
