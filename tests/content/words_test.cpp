#include "content/words.h"

#include <gtest/gtest.h>

namespace pocketplan::content {
namespace {

TEST(Words, CountCodePointsNotBytes) {
    EXPECT_EQ(Words("José").length(), 4U);
    EXPECT_EQ(Words("ليلى").length(), 4U);
}

TEST(Words, TakeBackWhatWasTypedOneCodePointAtATime) {
    Words words;
    for (const char32_t c : {U'a', U'ñ', U'ع', U'🚣'}) words.append(c);
    EXPECT_EQ(words.view(), "añع🚣");
    words.erase_last();
    EXPECT_EQ(words.view(), "añع");
    for (int i = 0; i < 5; ++i) words.erase_last();
    EXPECT_TRUE(words.empty());
}

TEST(Words, LiveInTheDefaultMemoryResource) {
    char room[256];
    std::pmr::monotonic_buffer_resource fixed(room, sizeof room, std::pmr::null_memory_resource());
    auto* const before = std::pmr::set_default_resource(&fixed);
    const Words words("5");
    std::pmr::set_default_resource(before);
    EXPECT_GE(words.view().data(), room);
    EXPECT_LT(words.view().data(), room + sizeof room);
}

}  // namespace
}  // namespace pocketplan::content
