#pragma once

#include <system_error>
#include <thread>
#include <utility>

namespace pocketplan::queue {

// A thread that does this work; one that cannot be joined where the system has none to give, for want of memory or
// because there are too many.
template <class Work>
std::thread start_thread(Work work) {
    try {
        return std::thread(std::move(work));
    } catch (const std::system_error&) {
        return {};
    }
}

}  // namespace pocketplan::queue
