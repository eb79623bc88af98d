#include "kiosk/app/staff_room.h"

#include "kiosk/machine/counters.h"
#include "kiosk/machine/staff_code.h"

namespace pocketplan::app {
namespace {

using content::LanguageIndex;

static_assert(visit::shortest_code == machine::shortest_code && visit::longest_code == machine::longest_code);
static_assert(std::tuple_size_v<visit::WeekCounts> == machine::weeks_told);

}  // namespace

visit::CodeAnswer StaffRoom::check(std::string_view code) {
    using visit::CodeOutcome;
    const auto answer = [&](CodeOutcome outcome) {
        return visit::CodeAnswer{outcome, static_cast<int>(tries_.wait(now_()).count())};
    };
    if (tries_.wait(now_()).count() > 0) return answer(CodeOutcome::wait);
    const bool right = has_code() && machine::code_matches(code, code_hash_);
    right ? tries_.count_right() : tries_.count_wrong(now_());
    return answer(right ? CodeOutcome::right : CodeOutcome::wrong);
}

visit::Kept StaffRoom::recall(const content::Library& library) {
    if (!places_.state.empty()) known_ = machine::read_kept(places_.state);
    visit::Kept kept;
    for (const auto& tag : known_.languages_off) {
        const auto at = library.find_language(tag);
        const bool there = at && *at != LanguageIndex{} && library.language(*at).tag == tag;
        if (there && static_cast<std::size_t>(*at) < 64) {
            kept.languages_off |= std::uint64_t{1} << static_cast<std::size_t>(*at);
        }
    }
    if (known_.loudness) kept.loudness = visit::Loudness::at(*known_.loudness);
    kept.display_width = known_.display_width_mm;
    return kept;
}

bool StaffRoom::keep(const visit::Kept& kept, const content::Library& library) {
    machine::Kept now{{}, kept.loudness.step(), kept.display_width};
    for (const auto& tag : known_.languages_off) {
        const auto at = library.find_language(tag);
        if (!at || library.language(*at).tag != tag) now.languages_off.push_back(tag);
    }
    for (std::size_t at = 0; at < library.languages.size(); ++at) {
        const auto index = static_cast<LanguageIndex>(at);
        if (visit::is_off(kept.languages_off, index)) now.languages_off.push_back(library.language(index).tag);
    }
    known_ = std::move(now);
    return !places_.state.empty() && machine::write_kept(places_.state, known_) != machine::ChangeOutcome::unwritable;
}

std::optional<visit::WeekCounts> StaffRoom::counts(const content::Date& today) const {
    if (places_.state.empty()) return std::nullopt;
    const auto weeks = machine::read_weeks(places_.state, today);
    if (!weeks) return std::nullopt;
    visit::WeekCounts counts;
    for (std::size_t at = 0; at < counts.size(); ++at) {
        const auto& week = (*weeks)[at];
        counts[at] = {week.monday, week.visits, week.prints, week.faults};
    }
    return counts;
}

bool StaffRoom::tell(machine::Health health) const {
    if (places_.health.empty()) return true;
    health.version = POCKETPLAN_VERSION;
    return machine::write_health(places_.health, health, std::chrono::system_clock::now());
}

}  // namespace pocketplan::app
