#include "tests/kiosk/ui/monkey.h"

#include <array>
#include <limits>

#include "kiosk/tools/pictures/displays.h"

namespace pocketplan::tests {

visit::Event Monkey::from_the_world() {
    switch (below(5)) {
        case 0:
            return visit::IdleFor{std::chrono::seconds(below(140))};
        case 1:
            return visit::QueueSaid{static_cast<visit::Leftovers>(below(3))};
        case 2:
            return visit::SoundSaid{below(3) > 0};
        case 3:
            return visit::Found{static_cast<visit::Finding>(below(static_cast<std::size_t>(visit::last_finding) + 1))};
        default:
            return visit::ReadAloud{static_cast<visit::Aloud>(below(7))};
    }
}

visit::Event Monkey::typed() {
    constexpr char32_t some[] = {U'a', U'Z', U' ', U'é', U'م', U'ক', U'李', U'0', U'٣', U'\u202E', U'\u0301'};
    return visit::Type{some[below(std::size(some))]};
}

std::vector<visit::Event> Monkey::another_look(std::size_t languages) {
    const auto some = [&] { return static_cast<content::LanguageIndex>(below(languages)); };
    std::vector<visit::Event> events{visit::ChooseLanguage{some()},
                                     visit::SetTextSize{static_cast<visit::TextSize>(below(4))},
                                     visit::SetTheme{static_cast<visit::Theme>(below(3))}, visit::SetBeside{}};
    if (once_in(3)) events.back() = visit::SetBeside{some()};
    events.emplace_back(visit::SetScanning{once_in(4) ? visit::Scanning::fast : visit::Scanning::off});
    return events;
}

content::Date Monkey::day() {
    constexpr std::array some{content::Date{1970, 1, 1},   content::Date{1999, 12, 31}, content::Date{2025, 12, 31},
                              content::Date{2026, 11, 27}, content::Date{2026, 11, 28}, content::Date{2027, 12, 31},
                              content::Date{2028, 2, 29},  content::Date{2037, 1, 19},  content::Date{2106, 2, 7}};
    return some.at(below(some.size()));
}

app::DisplayReport Monkey::display() {
    const auto& real = pictures::displays.at(below(pictures::displays.size())).display;
    app::DisplayReport report{{real.width, real.height}, {real.width, real.height}, real.width_mm(), real.height_mm()};
    if (once_in(3)) {  // turned, and what its EDID says is not
        std::swap(report.window.width, report.window.height);
        report.display = report.window;
    }
    if (once_in(4)) report.width = report.height = below(3) * 80.0;
    if (once_in(6)) report.width = below(3000);
    return report;
}

void Monkey::change(FakePrinter::Script& printer) {
    const std::lock_guard lock(printer.mutex);
    switch (below(6)) {
        case 0:
            return change_device(printer.device);
        case 1:
            printer.device = {};
            printer.device.reached = true;
            return;
        case 2:
            printer.clearing = once_in(4) ? static_cast<queue::Clearing>(below(4)) : queue::Clearing::clear;
            printer.comes_back = static_cast<int>(below(2));
            return;
        case 3:
            printer.submit = queue::JobId(7);
            if (once_in(3)) printer.submit = tl::unexpected(static_cast<queue::SubmitFault>(below(6)));
            return;
        default:
            if (is_under_way(printer.job.state)) change_job(printer.job);
    }
}

void Monkey::change_device(status::DeviceReport& device) {
    constexpr std::array reasons{"none",
                                 "media-empty-error",
                                 "media-jam-error",
                                 "cover-open-error",
                                 "toner-low-report",
                                 "toner-empty-error",
                                 "output-area-full-warning",
                                 "paused",
                                 "spool-area-full-error",
                                 "media-needed",
                                 "marker-waste-full-error",
                                 "fuser-over-temp-error",
                                 "other-error",
                                 "vendor-of-nonsense",
                                 "-error",
                                 ""};
    switch (below(5)) {
        case 0:
            device.reached = !device.reached;
            return;
        case 1:
            device.reasons = {reasons.at(below(reasons.size())), reasons.at(below(reasons.size()))};
            return;
        case 2:
            device.state = static_cast<status::PrinterState>(below(3));
            device.accepting_jobs = !once_in(4);
            return;
        case 3:
            device.refusal = static_cast<status::Refusal>(below(3));
            device.takes_pdf = !once_in(4);
            return;
        default:
            device.media_ready = !once_in(4);
            device.media = {{"iso_a4_210x297mm", 21000, 29700}, {"na_number-10_4.125x9.5in", 10477, 24130}};
            if (once_in(3)) device.media = {{"na_number-10_4.125x9.5in", 10477, 24130}};
            if (once_in(3)) device.media = {{"", std::numeric_limits<int>::max(), -1}};
    }
}

void Monkey::change_job(status::JobReport& job) {
    job.known = !once_in(6);
    job.state = once_in(2) ? status::JobState::completed : static_cast<status::JobState>(below(7));
    job.impressions_completed = static_cast<int>(below(30)) - 3;
    if (once_in(8)) job.impressions_completed = std::numeric_limits<int>::max();
    job.reasons.clear();
    if (once_in(4)) job.reasons = {"job-hold-until-specified"};
}

bool is_under_way(status::JobState state) {
    return state != status::JobState::completed && state != status::JobState::aborted &&
           state != status::JobState::cancelled;
}

}  // namespace pocketplan::tests
