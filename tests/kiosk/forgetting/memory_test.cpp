#include "kiosk/forgetting/memory.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "content/words.h"

namespace pocketplan::forgetting {
namespace {

constexpr std::size_t size = 1 << 20;

class ArenaTest : public testing::Test {
protected:
    ArenaTest() { before = std::pmr::set_default_resource(&arena); }
    ~ArenaTest() override { std::pmr::set_default_resource(before); }
    Arena arena = std::move(Arena::create(size, Arena::Unlocked::allowed).value());
    std::pmr::memory_resource* before;
};

TEST_F(ArenaTest, HandsOutNothingButZerosAlsoAfterReuse) {
    for (int round = 0; round < 3; ++round) {
        std::vector<std::pair<std::byte*, std::size_t>> blocks;
        for (std::size_t bytes = 1; bytes < 5000; bytes = bytes * 3 + 1) {
            auto* const block = static_cast<std::byte*>(arena.allocate(bytes, 8));
            for (std::size_t i = 0; i < bytes; ++i) ASSERT_EQ(block[i], std::byte{0});
            std::memset(block, 0xAB, bytes);
            blocks.emplace_back(block, bytes);
        }
        for (const auto& [block, bytes] : blocks) arena.deallocate(block, bytes, 8);
    }
}

TEST_F(ArenaTest, KeepsWhatIsTypedAndZeroesItWhenItIsFreed) {
    const char* place = nullptr;
    {
        content::Words words("Zephyrina");
        place = words.view().data();
        EXPECT_EQ(std::string_view(place, 9), "Zephyrina");
    }
    // Freed blocks stay mapped and hold a link of the allocator, but nothing of the words after it.
    EXPECT_EQ(std::string_view(place + sizeof(void*), 1), std::string_view("\0", 1));
    EXPECT_EQ(std::memchr(place, 'Z', 16), nullptr);
}

TEST_F(ArenaTest, ZeroLeavesNothing) {
    // In the arena itself, like the visit; its destructor never runs, because zeroing ends it.
    const auto* const words = std::pmr::polymorphic_allocator<>().new_object<content::Words>("Zephyrina");
    EXPECT_EQ(words->view(), "Zephyrina");
    EXPECT_FALSE(arena.all_zero());
    arena.zero();
    EXPECT_TRUE(arena.all_zero());
}

constexpr Mark mark{std::byte{'a'}, std::byte{'m'}, std::byte{'a'}, std::byte{'r'}, std::byte{'k'}};

TEST_F(ArenaTest, TheMarkLiesBesideEveryBlockOfEveryAlignment) {
    arena.set_mark(mark);
    for (const std::size_t alignment : {1U, 8U, 16U, 64U, 4096U}) {
        for (const std::size_t bytes : {1U, 16U, 17U, 5000U}) {
            const auto* const block = static_cast<const std::byte*>(arena.allocate(bytes, alignment));
            EXPECT_EQ(reinterpret_cast<std::uintptr_t>(block) % alignment, 0U);
            EXPECT_EQ(std::memcmp(block - mark.size(), mark.data(), mark.size()), 0) << bytes << " " << alignment;
        }
    }
    const content::Words words("Zephyrina");
    EXPECT_EQ(std::memcmp(words.view().data() - mark.size(), mark.data(), mark.size()), 0);
}

TEST_F(ArenaTest, TheMarkGoesWithItsBlockAndWithAll) {
    arena.set_mark(mark);
    const auto marks = [&] {
        const auto all = arena.bytes();
        int count = 0;
        auto at = std::search(all.begin(), all.end(), mark.begin(), mark.end());
        for (; at != all.end(); at = std::search(at + 1, all.end(), mark.begin(), mark.end())) ++count;
        return count;
    };
    auto* const one = arena.allocate(100, 8);
    static_cast<void>(arena.allocate(100, 8));
    EXPECT_EQ(marks(), 2);
    arena.deallocate(one, 100, 8);
    EXPECT_EQ(marks(), 1);
    arena.zero();
    EXPECT_EQ(arena.mark(), Mark{});
    EXPECT_TRUE(arena.all_zero());
}

TEST_F(ArenaTest, AForkedChildSeesNoneOfIt) {
    content::Words words("Zephyrina");
    const pid_t child = fork();
    if (child == 0) _exit(words.view().data()[0] == 'Z' ? 1 : 0);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST_F(ArenaTest, RunsOutWithAnExceptionAndGoesOn) {
    EXPECT_THROW(static_cast<void>(arena.allocate(2 * size, 8)), std::bad_alloc);
    auto* const block = arena.allocate(100, 8);
    EXPECT_NE(block, nullptr);
    arena.deallocate(block, 100, 8);
}

TEST_F(ArenaTest, TypingForHoursTakesNoMoreThanOnce) {
    content::Words words;
    for (int i = 0; i < 100000; ++i) {
        for (const char c : {'a', 'b', 'c'}) words.append(static_cast<char32_t>(c));
        for (int back = 0; back < 3; ++back) words.erase_last();
        const auto copy = words.copy();
    }
    SUCCEED() << "the arena did not run out";
}

using ArenaDeathTest = ArenaTest;
TEST_F(ArenaDeathTest, IsFencedByPagesThatCannotBeTouched) {
    auto* const block = static_cast<volatile char*>(arena.allocate(64, 64));
    EXPECT_DEATH(block[size + 4096] = 1, "");
}

}  // namespace
}  // namespace pocketplan::forgetting
