#include "kiosk/app/outputs.h"

#include <gtest/gtest.h>

namespace pocketplan::app {
namespace {

const Output left{0, 0, 1920, 1080, 477, 268};
const Output right{1920, 0, 1080, 1920, 268, 477};

TEST(OutputToFill, IsTheFirstUnlessAnotherIsThePrimaryOne) {
    auto primary = right;
    primary.primary = true;
    EXPECT_EQ(output_to_fill({left}), left);
    EXPECT_EQ(output_to_fill({left, right}), left);
    EXPECT_EQ(output_to_fill({left, primary}), primary);
}

TEST(OutputToFill, IsNoneWhereAllAreUnplugged) {
    EXPECT_EQ(output_to_fill({}), std::nullopt);
}

}  // namespace
}  // namespace pocketplan::app
