#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "printer/status/status.h"

namespace pocketplan::status {

// If nothing moves for this long, something is wrong that the device does not report (Trouble::stalled).
inline constexpr std::chrono::seconds patience{60};

// Follows one job from poll to poll: whether it moves, and for how long it has not. Driven by the print worker, which
// passes the time in. A class beside judge_job, because it takes two polls to see a movement. What was told before is
// no movement: a device may waver between two states or two counts for ever.
class JobWatch {
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit JobWatch(Time started) : moved_(started) {}
    // A job that does not move and has no other trouble for `patience` is stalled; it may still finish.
    JobVerdict look(const JobReport& job, const DeviceReport& device, Time now);

private:
    // Whether it tells of anything that it has not told of before.
    bool moves(const JobReport& job);

    Time moved_;
    int pages_ = 0;  // the most that it ever told of, as of bytes
    int bytes_ = 0;
    std::vector<std::pair<JobState, std::vector<std::string>>> told_;
};

}  // namespace pocketplan::status
