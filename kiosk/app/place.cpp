#include "kiosk/app/place.h"

#include <utility>

namespace pocketplan::app {

Place place_of(const visit::Visit& visit) {
    Place place{visit.state.index(), visit.overlay};
    if (const auto* const asking = visit.in<visit::Asking>()) {
        place.question = asking->question;
        place.person = asking->person;
    }
    if (const auto* const reviewing = visit.in<visit::Reviewing>()) place.seen = reviewing->seen.has_value();
    place.desk = visit.desk.open.page;
    return place;
}

std::string FocusKeeper::move(const Place& from, const Place& to, const std::string& focus) {
    if (from == to) return focus;
    const auto screen_below = [](Place place) {
        place.overlay = visit::Overlay::none;
        place.desk = visit::DeskPage::home;
        return place;
    };
    if (screen_below(from) != screen_below(to)) {
        below_.clear();
        return {};
    }
    if (from.overlay == visit::Overlay::none) below_ = focus;
    return to.overlay == visit::Overlay::none ? std::exchange(below_, {}) : std::string();
}

}  // namespace pocketplan::app
