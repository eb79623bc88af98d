#include "kiosk/app/days.h"

#include "content/dates.h"

namespace pocketplan::app {

bool Days::look(const content::Date& today, Session& session) {
    if (today == known_) return false;
    known_ = today;
    library_.advice = written_;
    content::age(library_, today);
    machine_.today = content::day_at_least(today, library_);
    machine_.overdue = content::overdue_sources(library_, today);
    session.apply(visit::DayBegan{content::is_lost(today, library_) ? visit::Clock::lost : visit::Clock::right});
    return true;
}

}  // namespace pocketplan::app
