#pragma once

#include <cstddef>
#include <memory_resource>
#include <span>

#include <tl/expected.hpp>

#include "kiosk/forgetting/mark.h"

namespace pocketplan::forgetting {

// no_pages: the kernel gave no memory. not_locked: RLIMIT_MEMLOCK is too small for it.
enum class ArenaFault { no_pages, not_locked };

// The memory of one visit: every pmr type of the program allocates here, because main makes it the default resource.
// Pages are locked (never swapped), left out of core dumps, wiped on fork and fenced by guard pages; every block that
// comes back is zeroed at once. One thread only. Blocks are served from size classes with free lists, so that nothing
// but zeros is ever handed out. Before every block lies the visit's mark, and is zeroed with it. Rejected:
// std::pmr::monotonic_buffer_resource (never reuses, so typing for an hour fills it), unsynchronized_pool_resource
// (keeps its bookkeeping beside the blocks and zeroes nothing).
class Arena : public std::pmr::memory_resource {
public:
    // `unlocked`: whether to go on where RLIMIT_MEMLOCK is too small, for trying things out.
    enum class Unlocked { refused, allowed };
    static tl::expected<Arena, ArenaFault> create(std::size_t bytes, Unlocked unlocked = Unlocked::refused);
    Arena(Arena&& other) noexcept;
    Arena& operator=(Arena&&) = delete;
    ~Arena() override;

    // Whether the pages can never reach a swap device.
    [[nodiscard]] bool locked() const noexcept;
    // From now on lies before every block that is handed out.
    void set_mark(const Mark& mark) noexcept;
    [[nodiscard]] const Mark& mark() const noexcept;
    // Every byte that was ever handed out.
    [[nodiscard]] std::span<const std::byte> bytes() const noexcept;
    // Zeroes every byte, used or not, the mark too. Async-signal-safe. What was allocated must not be touched
    // afterwards.
    void zero() noexcept;
    // True where every byte is zero: proof for tests and for the receipt.
    [[nodiscard]] bool all_zero() const noexcept;

private:
    struct Pages;
    explicit Arena(Pages* pages) : pages_(pages) {}
    void* do_allocate(std::size_t bytes, std::size_t alignment) override;
    void do_deallocate(void* block, std::size_t bytes, std::size_t alignment) override;
    [[nodiscard]] bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override {
        return this == &other;
    }

    Pages* pages_ = nullptr;  // first of the mapped pages, never null after create()
};

}  // namespace pocketplan::forgetting
