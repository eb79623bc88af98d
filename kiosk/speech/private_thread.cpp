#include "kiosk/speech/private_thread.h"

#include <cstdlib>
#include <utility>

namespace pocketplan::speech {
namespace {

constexpr std::size_t stack_size = std::size_t{256} << 10U;
constexpr std::size_t page = 4096;
// Room for the frame of wipe_stack() itself.
constexpr std::size_t own_frame = 256;

}  // namespace

PrivateThread::PrivateThread(Work work) : work_(std::move(work)) {
    stack_ = static_cast<std::byte*>(memory_->allocate(stack_size, page));
    pthread_attr_t attributes{};
    started_ = pthread_attr_init(&attributes) == 0 && pthread_attr_setstack(&attributes, stack_, stack_size) == 0 &&
               pthread_create(&thread_, &attributes, run, this) == 0;
    pthread_attr_destroy(&attributes);
}

PrivateThread::~PrivateThread() {
    if (started_) pthread_join(thread_, nullptr);
    memory_->deallocate(stack_, stack_size, page);
}

void* PrivateThread::run(void* self) {
    const auto& thread = *static_cast<const PrivateThread*>(self);
    thread.work_(thread);
    return nullptr;
}

// A plain loop: a function that zeroes would zero its own frame as well.
__attribute__((noinline, no_sanitize("address"))) void PrivateThread::wipe_stack() const noexcept {
    const auto* const end = static_cast<const std::byte*>(__builtin_frame_address(0)) - own_frame;
    for (volatile std::byte* byte = stack_; byte < end; ++byte) *byte = std::byte{0};
}

}  // namespace pocketplan::speech
