#pragma once

#include <chrono>
#include <optional>

#include "printer/status/status.h"

namespace pocketplan::status {

// Nothing moved for so long: something is wrong that the device does not tell (issue 4: 60 s).
inline constexpr std::chrono::seconds patience{60};

// Follows one job from look to look: whether it moves, and since when it does not. Driven by the print worker, which
// brings the time. A class beside judge_job, because moving takes two looks.
class JobWatch {
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit JobWatch(Time started) : moved_(started) {}
    // A job that neither moves nor is in any other trouble for `patience` is stalled; it may still come to its end.
    JobVerdict look(const JobReport& job, const DeviceReport& device, Time now);

private:
    Time moved_;
    std::optional<JobReport> last_;
};

}  // namespace pocketplan::status
