#pragma once

#include <cstddef>
#include <functional>
#include <memory_resource>

#include <pthread.h>

namespace pocketplan::speech {

// A thread whose stack lies in the visit's arena, because a library that reads a visitor's words leaves them there:
// never swapped, in no dump, and zeroed when the thread has been joined. Made and joined on the UI thread.
class PrivateThread {
public:
    // Runs `work` until it returns; never, if the system has no thread to give.
    using Work = std::function<void(const PrivateThread&)>;
    explicit PrivateThread(Work work);
    PrivateThread(const PrivateThread&) = delete;
    PrivateThread& operator=(const PrivateThread&) = delete;
    // Waits for `work` to return.
    ~PrivateThread();

    // On the thread itself: zeroes what earlier calls left below the caller's frame.
    void wipe_stack() const noexcept;

private:
    static void* run(void* self);

    Work work_;
    std::pmr::memory_resource* memory_ = std::pmr::get_default_resource();
    std::byte* stack_ = nullptr;  // its lowest byte
    pthread_t thread_{};
    bool started_ = false;
};

}  // namespace pocketplan::speech
