#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pocketplan::status {

// printer-state of RFC 8011, 5.4.11.
enum class PrinterState { idle, processing, stopped };
// job-state of RFC 8011, 5.3.7, as far as it matters here.
enum class JobState { pending, held, processing, stopped, cancelled, aborted, completed };

// What a device said of itself, word for word.
struct DeviceReport {
    bool reached = false;  // false: nothing answered, the rest means nothing
    PrinterState state = PrinterState::idle;
    std::vector<std::string> reasons;  // printer-state-reasons keywords, with their suffixes
    bool accepting_jobs = true;
    bool media_ready = true;  // false only where the device says that nothing is loaded
};

struct JobReport {
    bool known = false;  // false: the device no longer knows the job, or did not answer
    JobState state = JobState::pending;
    std::vector<std::string> reasons;  // job-state-reasons
    int impressions_completed = 0;     // 0 where the device does not tell
};

// What keeps paper from coming out. Each has a sentence for the visitor, "printer.NAME", and a remedy for staff,
// "printer.NAME.staff", in content/common.
enum class Trouble { none, no_printer, out_of_paper, jam, door_open, stopped, gone, failed };

// The text id of the visitor's sentence, such as "printer.out_of_paper".
std::string_view text_id(Trouble trouble);

// Pure. The worst reason wins; low toner never blocks; out_of_paper needs the device's word on what is loaded, because
// a "media-needed-warning" can block (RECIPES: ippeveprinter) and an empty second tray does not.
Trouble judge_printer(const DeviceReport& device);

enum class Progress { waiting, printing, done, trouble };
struct JobVerdict {
    Progress progress = Progress::waiting;
    Trouble trouble = Trouble::none;
    int pages_done = 0;
};
// Pure. `device` tells why a job does not move. Only `completed` is done; aborted, cancelled or held is never a
// success.
JobVerdict judge_job(const JobReport& job, const DeviceReport& device);

}  // namespace pocketplan::status
