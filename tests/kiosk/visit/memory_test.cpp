#include "kiosk/visit/memory.h"

#include <cstring>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "content/words.h"

namespace pocketplan::visit {
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
    // Freed blocks stay mapped and hold a link of ours, but nothing of the words behind it.
    EXPECT_EQ(std::string_view(place + sizeof(void*), 1), std::string_view("\0", 1));
    EXPECT_EQ(std::memchr(place, 'Z', 16), nullptr);
}

TEST_F(ArenaTest, ZeroLeavesNothing) {
    // In the arena itself, as the visit is; its destructor never runs, for zeroing is its end.
    const auto* const words = std::pmr::polymorphic_allocator<>().new_object<content::Words>("Zephyrina");
    EXPECT_EQ(words->view(), "Zephyrina");
    EXPECT_FALSE(arena.all_zero());
    arena.zero();
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
}  // namespace pocketplan::visit
