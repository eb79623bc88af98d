#include "kiosk/machine/room.h"

#include <algorithm>
#include <cstddef>

#include <malloc.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/resource.h>

namespace pocketplan::machine {
namespace {

constexpr std::size_t kilobyte = 1024;
constexpr std::size_t megabyte = 1024 * kilobyte;
constexpr std::size_t visit_needs = 192 * megabyte;  // of address space, most of it never touched: 140 were seen
constexpr rlim_t usual_stack = 8 * megabyte;
constexpr rlim_t least_stack = 512 * kilobyte;
constexpr std::size_t stack_of_thread = megabyte;

}  // namespace

void be_modest() {
    mallopt(M_ARENA_MAX, 1);  // or each thread reserves 64 MB, and has a heap that grows page by page
    rlimit stack{};
    if (getrlimit(RLIMIT_STACK, &stack) == 0 && stack.rlim_cur < usual_stack) {
        stack.rlim_cur = std::min(usual_stack, stack.rlim_max);
        setrlimit(RLIMIT_STACK, &stack);
    }
    // The library took that of new threads from the limit before main().
    pthread_attr_t attributes{};
    if (pthread_attr_init(&attributes) != 0) return;
    if (pthread_attr_setstacksize(&attributes, stack_of_thread) == 0) pthread_setattr_default_np(&attributes);
    pthread_attr_destroy(&attributes);
}

bool has_room() {
    rlimit stack{};
    if (getrlimit(RLIMIT_STACK, &stack) == 0 && stack.rlim_cur < least_stack) return false;
    void* const room = mmap(nullptr, visit_needs, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (room == MAP_FAILED) return false;
    munmap(room, visit_needs);
    return true;
}

}  // namespace pocketplan::machine
