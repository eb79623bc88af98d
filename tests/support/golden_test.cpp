#include "tests/support/golden.h"

#include <filesystem>

#include <gtest/gtest.h>

namespace pocketplan::tests {
namespace {

const std::vector<std::uint8_t> red{220, 0, 0};

Pixels filled(int width, int height, std::uint8_t value) {
    return {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(3 * width * height), value)};
}

std::vector<std::uint8_t> pixel(const Pixels& picture, int x, int y) {
    const auto first = picture.values.begin() + 3 * (y * picture.width + x);
    return {first, first + 3};
}

int marks_in(const Pixels& picture) {
    int count = 0;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) count += pixel(picture, x, y) == red ? 1 : 0;
    }
    return count;
}

TEST(Difference, MarksThePixelsThatDifferOverAFadedCopy) {
    const auto golden = filled(4, 3, 0);
    auto seen = golden;
    seen.values[3 * (1 * 4 + 2) + 1] = 255;  // the green of one pixel
    const auto difference = difference_of(golden, seen);
    EXPECT_EQ(difference.width, 4);
    EXPECT_EQ(difference.height, 3);
    EXPECT_EQ(pixel(difference, 2, 1), red);
    EXPECT_EQ(marks_in(difference), 1);
    EXPECT_EQ(pixel(difference, 0, 0), (std::vector<std::uint8_t>{191, 191, 191})) << "black, faded";
    EXPECT_EQ(pixel(difference_of(filled(1, 1, 255), filled(1, 1, 255)), 0, 0),
              (std::vector<std::uint8_t>{254, 254, 254}));
}

TEST(Difference, MarksNothingWhereAGreyChangedSlightly) {
    EXPECT_EQ(marks_in(difference_of(filled(4, 3, 100), filled(4, 3, 124))), 0);
    EXPECT_EQ(marks_in(difference_of(filled(4, 3, 100), filled(4, 3, 125))), 12);
}

TEST(Difference, MarksWhatOnlyOneOfThePicturesCovers) {
    const auto larger = difference_of(filled(2, 2, 50), filled(3, 2, 50));
    EXPECT_EQ(larger.width, 3);
    EXPECT_EQ(pixel(larger, 2, 0), red);
    EXPECT_EQ(marks_in(larger), 2);
    const auto across = difference_of(filled(3, 1, 50), filled(1, 3, 50));
    EXPECT_EQ(marks_in(across), 4);
    EXPECT_EQ(pixel(across, 2, 2), (std::vector<std::uint8_t>{255, 255, 255})) << "neither of them is there";
}

TEST(Difference, IsLeftBesideWhatWasSeenAndBothAreNamed) {
    auto seen = read_png(std::string(SOURCE_DIR) + "/tests/golden/icons.png");
    ASSERT_GT(seen.width, 100);
    EXPECT_EQ(differs_from_golden("icons", seen), "");
    for (int at = 0; at < 100; ++at) seen.values[static_cast<std::size_t>(3 * at)] ^= 0x80U;
    const auto message = differs_from_golden("icons", seen);
    const auto left = [](const char* ending) { return std::string(BUILD_DIR) + "/icons" + ending; };
    for (const char* ending : {"-seen.png", "-difference.png"}) {
        EXPECT_NE(message.find(left(ending)), std::string::npos) << message;
    }
    EXPECT_EQ(read_png(left("-seen.png")).values, seen.values);
    EXPECT_EQ(marks_in(read_png(left("-difference.png"))), 100);
    for (const char* ending : {"-seen.png", "-difference.png"}) std::filesystem::remove(left(ending));
}

}  // namespace
}  // namespace pocketplan::tests
