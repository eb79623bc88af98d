#pragma once

#include <vector>

#include "printer/status/report.h"
#include "printer/status/trouble.h"

// What the reports of a device or a job mean. All pure.
namespace pocketplan::status {

// The worst trouble that keeps paper from coming out. Low toner never blocks, and an empty tray that is not ours is no
// fault. out_of_paper also depends on what the device says is loaded, because an empty tray blocks even as a mere
// "-report" if it was the only one (ippeveprinter reports it like that).
Trouble judge_printer(const DeviceReport& device);

// What staff should know even though paper comes out; each once, in the enum's order.
std::vector<Notice> notices_of(const DeviceReport& device);

// Whether pages came out since the last poll; if so, it is not missing paper that holds this job up.
enum class Moving { unknown, pages_come };

enum class Progress { waiting, printing, done, trouble };
struct JobVerdict {
    Progress progress = Progress::waiting;
    Trouble trouble = Trouble::none;
    int pages_done = 0;
};
// `device`: to find out why a job does not move. Only `completed` is done; aborted, cancelled or held is never a
// success.
JobVerdict judge_job(const JobReport& job, const DeviceReport& device, Moving moving = Moving::unknown);

}  // namespace pocketplan::status
