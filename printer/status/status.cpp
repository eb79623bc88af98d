#include "printer/status/status.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace pocketplan::status {
namespace {

// A printer-state-reasons keyword without its severity (RFC 8011, 5.4.12). One without a suffix is as good as an error.
struct Reason {
    enum class Severity { report, warning, error };
    std::string_view keyword;
    Severity severity = Severity::error;
};

Reason parse_reason(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, Reason::Severity>, 3> suffixes{
        {{"-report", Reason::Severity::report},
         {"-warning", Reason::Severity::warning},
         {"-error", Reason::Severity::error}}};
    for (const auto& [suffix, severity] : suffixes) {
        if (text.ends_with(suffix)) return {text.substr(0, text.size() - suffix.size()), severity};
    }
    return {text, Reason::Severity::error};
}

// Which trouble a keyword names, whatever its severity; worst first in the enum's order of remedies.
Trouble named_by(std::string_view keyword) {
    if (keyword == "media-jam") return Trouble::jam;
    if (keyword == "cover-open" || keyword == "door-open" || keyword == "interlock-open") return Trouble::door_open;
    if (keyword == "media-empty" || keyword == "media-needed" || keyword == "input-tray-missing") {
        return Trouble::out_of_paper;
    }
    constexpr std::array<std::string_view, 8> stopping{
        "paused",      "shutdown",        "output-area-full",    "marker-supply-empty",
        "toner-empty", "fuser-over-temp", "output-tray-missing", "marker-waste-full"};
    const bool stops = std::find(stopping.begin(), stopping.end(), keyword) != stopping.end();
    return stops ? Trouble::stopped : Trouble::none;
}

// Whether a reason of this severity really keeps paper from coming out.
bool blocks(const Reason& reason, Trouble trouble, const DeviceReport& device) {
    switch (trouble) {
        case Trouble::jam:
        case Trouble::door_open:
            return reason.severity != Reason::Severity::report;
        case Trouble::out_of_paper:
            // "needed" is said of a job that waits; "empty" may be said of another tray.
            return reason.severity == Reason::Severity::error || !device.media_ready ||
                   (reason.keyword == "media-needed" && reason.severity == Reason::Severity::warning);
        case Trouble::stopped:
            return reason.severity == Reason::Severity::error;
        case Trouble::none:
        case Trouble::no_printer:
        case Trouble::gone:
        case Trouble::failed:
            return false;
    }
    std::abort();
}

// What to mend first: paper cannot be loaded into a jammed or open printer.
int urgency(Trouble trouble) {
    constexpr std::array order{Trouble::none, Trouble::stopped, Trouble::out_of_paper, Trouble::door_open,
                               Trouble::jam};
    return static_cast<int>(std::find(order.begin(), order.end(), trouble) - order.begin());
}

}  // namespace

std::string_view text_id(Trouble trouble) {
    switch (trouble) {
        case Trouble::none:
        case Trouble::no_printer:
            return "printer.no_printer";
        case Trouble::out_of_paper:
            return "printer.out_of_paper";
        case Trouble::jam:
            return "printer.jam";
        case Trouble::door_open:
            return "printer.door_open";
        case Trouble::stopped:
            return "printer.stopped";
        case Trouble::gone:
            return "printer.gone";
        case Trouble::failed:
            return "printer.failed";
    }
    std::abort();
}

Trouble judge_printer(const DeviceReport& device) {
    if (!device.reached) return Trouble::gone;
    Trouble worst = Trouble::none;
    for (const auto& text : device.reasons) {
        const Reason reason = parse_reason(text);
        const Trouble trouble = named_by(reason.keyword);
        if (blocks(reason, trouble, device) && urgency(trouble) > urgency(worst)) worst = trouble;
    }
    if (worst == Trouble::none && !device.media_ready) return Trouble::out_of_paper;
    if (worst == Trouble::none && (device.state == PrinterState::stopped || !device.accepting_jobs)) {
        return Trouble::stopped;
    }
    return worst;
}

JobVerdict judge_job(const JobReport& job, const DeviceReport& device) {
    const auto trouble = [&](Trouble what) { return JobVerdict{Progress::trouble, what, job.impressions_completed}; };
    if (!job.known) return trouble(device.reached ? Trouble::failed : Trouble::gone);
    switch (job.state) {
        case JobState::completed:
            return {Progress::done, Trouble::none, job.impressions_completed};
        case JobState::cancelled:
        case JobState::aborted:
            return trouble(Trouble::failed);
        case JobState::held:
            return trouble(Trouble::stopped);
        case JobState::pending:
        case JobState::processing:
        case JobState::stopped:
            break;
    }
    const Trouble printer = judge_printer(device);
    if (printer != Trouble::none) return trouble(printer);
    if (job.state == JobState::stopped) return trouble(Trouble::stopped);
    const bool moves = job.state == JobState::processing;
    return {moves ? Progress::printing : Progress::waiting, Trouble::none, job.impressions_completed};
}

}  // namespace pocketplan::status
