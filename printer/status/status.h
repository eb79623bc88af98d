#pragma once

#include <vector>

#include "printer/status/report.h"
#include "printer/status/trouble.h"

// What a device or a job says, and what it means. Pure throughout.
namespace pocketplan::status {

// The worst that keeps paper from coming out. Low toner never blocks; another tray's emptiness is no fault;
// out_of_paper goes by the device's word on what is loaded too, because a mere "-report" that a tray is empty blocks
// where it was the only one (RECIPES: ippeveprinter).
Trouble judge_printer(const DeviceReport& device);

// What staff should know although paper comes out; each once, by the enum's order.
std::vector<Notice> notices_of(const DeviceReport& device);

// Whether pages were seen to come out since the last look: then no missing paper holds this job up.
enum class Moving { unknown, pages_come };

enum class Progress { waiting, printing, done, trouble };
struct JobVerdict {
    Progress progress = Progress::waiting;
    Trouble trouble = Trouble::none;
    int pages_done = 0;
};
// `device` tells why a job does not move. Only `completed` is done; aborted, cancelled or held is never a success.
JobVerdict judge_job(const JobReport& job, const DeviceReport& device, Moving moving = Moving::unknown);

}  // namespace pocketplan::status
