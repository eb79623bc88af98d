#include "content/words.h"

#include <gtest/gtest.h>

#include "content/utf8.h"

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

TEST(Utf8, TellsOverlongSurrogateAndCutFormsFromText) {
    for (const char* bad : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80", "a\xFF"}) {
        EXPECT_FALSE(is_utf8(bad));
    }
    for (const char* good : {"", "a", "ñ", "€", "🚣"}) EXPECT_TRUE(is_utf8(good));
}

}  // namespace
}  // namespace pocketplan::content
