#pragma once

#include <future>
#include <utility>

namespace pocketplan::tools {

// Does this work on a thread of its own. Where the system has no thread to give, libstdc++ does it when the result is
// asked for, on the thread that asks, instead of throwing.
template <class Work>
auto meanwhile(Work work) {
    return std::async(std::launch::async | std::launch::deferred, std::move(work));
}

}  // namespace pocketplan::tools
