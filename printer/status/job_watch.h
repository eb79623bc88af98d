#pragma once

#include <chrono>
#include <optional>

#include "printer/status/status.h"

namespace pocketplan::status {

// If nothing moves for this long, something is wrong that the device does not report (Trouble::stalled).
inline constexpr std::chrono::seconds patience{60};

// Follows one job from poll to poll: whether it moves, and for how long it has not. Driven by the print worker, which
// passes the time in. A class beside judge_job, because it takes two polls to see a movement.
class JobWatch {
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit JobWatch(Time started) : moved_(started) {}
    // A job that does not move and has no other trouble for `patience` is stalled; it may still finish.
    JobVerdict look(const JobReport& job, const DeviceReport& device, Time now);

private:
    Time moved_;
    std::optional<JobReport> last_;
};

}  // namespace pocketplan::status
