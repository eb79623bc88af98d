#include "kiosk/app/switch_access.h"

namespace pocketplan::app {

void SwitchAccess::look(const visit::Visit& visit, const view::View& view, const ui::Ui& ui) {
    scanning_ = visit.scanning;
    place_ = place_of(visit);
    stops_ = scanning_ == visit::Scanning::off ? Stops() : stops_of(view, ui);
}

bool SwitchAccess::move(ui::Ui& ui, Voice voice, Clock::time_point now) {
    const auto moved = scanner_.move(screen(ui, voice), now);
    if (moved) ui.set_focus(*moved);
    return show_row(ui, voice) || moved;
}

SwitchAccess::Press SwitchAccess::press(ui::Ui& ui, Clock::time_point now) {
    if (scanning_ == visit::Scanning::off) return Press::on_control;
    if (scanner_.enter_row(screen(ui, Voice::silent), now)) {
        show_row(ui, Voice::silent);
        return Press::into_row;
    }
    scanner_.pressed(now);
    return Press::on_control;
}

bool SwitchAccess::is_asked_for(const visit::Visit& visit, const ui::Ui& ui) {
    const bool starts = visit.is<visit::ChoosingLanguage>() && visit.overlay == visit::Overlay::none;
    return starts && visit.scanning == visit::Scanning::off && !visit.hearing.listening && ui.focus().empty();
}

Scanner::Screen SwitchAccess::screen(const ui::Ui& ui, Voice voice) const {
    return {scanning_, place_, stops_, ui.focus(), voice == Voice::speaking};
}

// Whether it is another one than before.
bool SwitchAccess::show_row(ui::Ui& ui, Voice voice) const {
    const auto* const found = scanner_.row(screen(ui, voice));
    const auto row = found == nullptr ? Stop() : *found;
    if (row == ui.row()) return false;
    ui.set_focus(ui.focus(), row);
    return true;
}

}  // namespace pocketplan::app
