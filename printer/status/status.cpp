#include "printer/status/status.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

#include "printer/status/paper.h"
#include "printer/status/reasons.h"

namespace pocketplan::status {
namespace {

// What to repair first, least first: there is no use in loading paper into a printer that is jammed, open or broken,
// nor in repairing one that cannot be reached. The first six after none never come from a printer's own reasons.
constexpr std::array by_urgency{
    Trouble::none,          Trouble::no_printer,
    Trouble::failed,        Trouble::stalled,
    Trouble::leftover,      Trouble::no_pdf,
    Trouble::sign_in,       Trouble::held,
    Trouble::not_accepting, Trouble::paused,
    Trouble::stopped,       Trouble::memory_full,
    Trouble::temperature,   Trouble::output_full,
    Trouble::wrong_paper,   Trouble::out_of_paper,
    Trouble::toner_empty,   Trouble::waste_full,
    Trouble::worn_part,     Trouble::tray_missing,
    Trouble::door_open,     Trouble::jam,
    Trouble::broken,        Trouble::no_filter,
    Trouble::gone,          Trouble::wrong_certificate,
};

constexpr bool ranks_each_trouble_once() {
    for (int trouble = 0; trouble <= static_cast<int>(last_trouble); ++trouble) {
        if (std::count(by_urgency.begin(), by_urgency.end(), static_cast<Trouble>(trouble)) != 1) return false;
    }
    return true;
}
static_assert(ranks_each_trouble_once(), "a trouble that is not listed would rank as the worst");

int urgency(Trouble trouble) {
    const auto* const at = std::find(by_urgency.begin(), by_urgency.end(), trouble);
    return static_cast<int>(at - by_urgency.begin());
}

Trouble worse(Trouble one, Trouble other) {
    return urgency(other) > urgency(one) ? other : one;
}

Trouble refused(Refusal refusal) {
    switch (refusal) {
        case Refusal::none:
            return Trouble::gone;
        case Refusal::sign_in:
            return Trouble::sign_in;
        case Refusal::wrong_certificate:
            return Trouble::wrong_certificate;
    }
    std::abort();
}

// Faults of missing paper: another tray may have some while ours prints.
bool of_a_tray(Trouble trouble) {
    return trouble == Trouble::out_of_paper || trouble == Trouble::wrong_paper || trouble == Trouble::tray_missing;
}

// True for a trouble that concerns new jobs only; a job that is already in the printer reports for itself whether it is
// held.
bool of_new_jobs(Trouble trouble) {
    return trouble == Trouble::held || trouble == Trouble::not_accepting;
}

// Why a job is held (RFC 8011, 5.3.8; and CUPS's own reasons).
Trouble why_held(const JobReport& job) {
    const bool asks = std::any_of(job.reasons.begin(), job.reasons.end(), [](const std::string& reason) {
        return reason == "cups-held-for-authentication" || reason == "job-password-wait" ||
               reason.starts_with("account-");
    });
    return asks ? Trouble::sign_in : Trouble::held;
}

}  // namespace

Trouble judge_printer(const DeviceReport& device) {
    if (!device.reached) return refused(device.refusal);
    Trouble worst = Trouble::none;
    for (const auto& reason : device.reasons) worst = worse(worst, meaning_of(reason).blocks);
    if (!device.media_ready) worst = worse(worst, Trouble::out_of_paper);
    if (no_paper_fits(device)) worst = worse(worst, Trouble::wrong_paper);
    // The reasons tell staff more about a remedy than these three do.
    if (worst != Trouble::none) return worst;
    if (!device.takes_pdf) return Trouble::no_pdf;
    if (device.state == PrinterState::stopped) return Trouble::stopped;
    return device.accepting_jobs ? Trouble::none : Trouble::not_accepting;
}

std::vector<Notice> notices_of(const DeviceReport& device) {
    std::set<Notice> found;
    for (const auto& reason : device.reasons) {
        if (const auto notice = meaning_of(reason).notice) found.insert(*notice);
    }
    return {found.begin(), found.end()};
}

JobVerdict judge_job(const JobReport& job, const DeviceReport& device, Moving moving) {
    const auto trouble = [&](Trouble what) { return JobVerdict{Progress::trouble, what, job.impressions_completed}; };
    if (!job.known) return trouble(device.reached ? Trouble::failed : refused(device.refusal));
    switch (job.state) {
        case JobState::completed:
            return {Progress::done, Trouble::none, job.impressions_completed};
        case JobState::cancelled:
        case JobState::aborted:
            return trouble(Trouble::failed);
        case JobState::held:
            return trouble(why_held(job));
        case JobState::pending:
        case JobState::processing:
        case JobState::stopped:
            break;
    }
    const Trouble printer = judge_printer(device);
    const bool harmless = of_new_jobs(printer) || (moving == Moving::pages_come && of_a_tray(printer));
    if (printer != Trouble::none && !harmless) return trouble(printer);
    if (job.state == JobState::stopped) return trouble(Trouble::stopped);
    const bool moves = job.state == JobState::processing;
    return {moves ? Progress::printing : Progress::waiting, Trouble::none, job.impressions_completed};
}

}  // namespace pocketplan::status
