#include "kiosk/forgetting/memory.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <new>
#include <utility>

#include <sys/mman.h>
#include <unistd.h>

namespace pocketplan::forgetting {
namespace {

constexpr std::size_t smallest_block = 32;  // bytes: a mark, and something beside it
constexpr std::size_t classes = 40;         // powers of two

struct FreeBlock {
    FreeBlock* next;
};

std::size_t page_size() {
    return static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

// A block as the lists know it: the mark, and then what was asked for, aligned as it was asked for.
struct Block {
    Block(std::size_t bytes, std::size_t alignment)
        : room(std::max(alignment, sizeof(Mark))), size(std::bit_ceil(std::max(bytes + room, smallest_block))) {}
    std::size_t room;  // before what is handed out; the mark is its end
    std::size_t size;
    [[nodiscard]] std::size_t list() const { return static_cast<std::size_t>(std::countr_zero(size)); }
};

std::size_t round_up(std::size_t value, std::size_t step) {
    return (value + step - 1) / step * step;
}

}  // namespace

// Lies in the first of the mapped pages, so that the lists of free blocks are zeroed with all the rest.
struct Arena::Pages {
    std::size_t mapped;   // bytes, guard pages included
    std::size_t guard;    // bytes of one guard
    std::size_t size;     // bytes that may be used, this header included
    std::size_t next;     // offset of the first byte never handed out since the last zero()
    std::size_t touched;  // the highest `next` has ever been
    bool locked;
    Mark mark;
    std::array<FreeBlock*, classes> free;

    std::byte* bytes() { return reinterpret_cast<std::byte*>(this); }
    // Offset of the first block.
    static std::size_t first() { return round_up(sizeof(Pages), smallest_block); }
};

tl::expected<Arena, ArenaFault> Arena::create(std::size_t bytes, Unlocked unlocked) {
    const std::size_t guard = page_size();
    const std::size_t size = round_up(bytes + sizeof(Pages), guard);
    const std::size_t mapped = size + 2 * guard;
    void* const start = mmap(nullptr, mapped, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (start == MAP_FAILED) return tl::unexpected(ArenaFault::no_pages);
    auto* const usable = static_cast<std::byte*>(start) + guard;
    const bool ours = mprotect(usable, size, PROT_READ | PROT_WRITE) == 0 &&
                      madvise(usable, size, MADV_DONTDUMP) == 0 && madvise(usable, size, MADV_WIPEONFORK) == 0;
    if (!ours) {
        munmap(start, mapped);
        return tl::unexpected(ArenaFault::no_pages);
    }
    // ONFAULT: a visit touches few of these pages, and only those count against RLIMIT_MEMLOCK in practice.
    const bool locked = mlock2(usable, size, MLOCK_ONFAULT) == 0;
    if (!locked && unlocked == Unlocked::refused) {
        munmap(start, mapped);
        return tl::unexpected(ArenaFault::not_locked);
    }
    auto* const pages = new (usable) Pages{};
    pages->mapped = mapped;
    pages->guard = guard;
    pages->size = size;
    pages->locked = locked;
    pages->next = pages->touched = Pages::first();
    return Arena(pages);
}

Arena::Arena(Arena&& other) noexcept : pages_(std::exchange(other.pages_, nullptr)) {}

Arena::~Arena() {
    if (pages_ == nullptr) return;
    zero();
    munmap(pages_->bytes() - pages_->guard, pages_->mapped);
}

bool Arena::locked() const noexcept {
    return pages_->locked;
}

void Arena::set_mark(const Mark& mark) noexcept {
    pages_->mark = mark;
}

const Mark& Arena::mark() const noexcept {
    return pages_->mark;
}

std::span<const std::byte> Arena::bytes() const noexcept {
    return {pages_->bytes() + Pages::first(), pages_->touched - Pages::first()};
}

void Arena::zero() noexcept {
    pages_->free.fill(nullptr);
    explicit_bzero(pages_->mark.data(), pages_->mark.size());
    explicit_bzero(pages_->bytes() + Pages::first(), pages_->touched - Pages::first());
    pages_->next = Pages::first();
}

bool Arena::all_zero() const noexcept {
    const auto all = bytes();
    return std::all_of(all.begin(), all.end(), [](std::byte byte) { return byte == std::byte{0}; });
}

void* Arena::do_allocate(std::size_t bytes, std::size_t alignment) {
    const Block block(bytes, alignment);
    auto& list = pages_->free[block.list()];
    std::byte* start = nullptr;
    if (list != nullptr) {
        start = reinterpret_cast<std::byte*>(list);
        list = std::exchange(list->next, nullptr);
    } else {
        const std::size_t begin = round_up(pages_->next, std::min(block.size, pages_->guard));
        if (block.size > pages_->size || begin > pages_->size - block.size) throw std::bad_alloc();
        pages_->next = begin + block.size;
        pages_->touched = std::max(pages_->touched, pages_->next);
        start = pages_->bytes() + begin;
    }
    std::memcpy(start + block.room - sizeof(Mark), pages_->mark.data(), sizeof(Mark));
    return start + block.room;
}

void Arena::do_deallocate(void* given, std::size_t bytes, std::size_t alignment) {
    const Block block(bytes, alignment);
    auto* const start = static_cast<std::byte*>(given) - block.room;
    explicit_bzero(start, block.room + bytes);
    auto& list = pages_->free[block.list()];
    list = new (start) FreeBlock{list};
}

}  // namespace pocketplan::forgetting
