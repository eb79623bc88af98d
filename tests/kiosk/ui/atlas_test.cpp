#include "kiosk/ui/atlas.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/pack.h"

namespace pocketplan::ui {
namespace {

using typeset::Direction;

// Of an icon, row by row.
std::vector<std::uint8_t> image_in(const Atlas& atlas, const Atlas::Spot& spot) {
    std::vector<std::uint8_t> image;
    for (int y = spot.y; y < spot.y + spot.height; ++y) {
        const auto row = atlas.coverage().begin() + static_cast<std::ptrdiff_t>(y) * Atlas::width + spot.x;
        image.insert(image.end(), row, row + spot.width);
    }
    return image;
}

TEST(Atlas, GrowsAndKeepsWhatItHas) {
    Atlas atlas;
    const int small = atlas.height();
    const auto first = atlas.find(Icon::globe, 60, Direction::left_to_right);
    ASSERT_TRUE(first.has_value());
    const auto image = image_in(atlas, *first);
    ASSERT_GT(*std::max_element(image.begin(), image.end()), 0) << "something is drawn";
    for (int side = 100; atlas.height() == small; ++side) {
        ASSERT_TRUE(atlas.find(Icon::globe, side, Direction::left_to_right));
    }
    EXPECT_EQ(atlas.height(), 2 * small);
    EXPECT_EQ(image_in(atlas, atlas.find(Icon::globe, 60, Direction::left_to_right).value()), image);
}

TEST(Atlas, SaysSoWhenItIsFull) {
    Atlas atlas;
    int side = 100;
    while (atlas.find(Icon::globe, side, Direction::left_to_right)) ++side;
    EXPECT_EQ(atlas.height(), Atlas::most_height);
    atlas.clear();
    EXPECT_TRUE(atlas.find(Icon::globe, side, Direction::left_to_right));
}

}  // namespace
}  // namespace pocketplan::ui
