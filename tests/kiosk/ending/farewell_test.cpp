#include "kiosk/ending/farewell.h"

#include <cstring>

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

namespace pocketplan::ending {
namespace {

TEST(Farewell, IsTakenAsItWasWritten) {
    Farewell farewell;
    std::strcpy(farewell.language.data(), "ar");
    farewell.text_size = visit::TextSize::huge;
    farewell.theme = visit::Theme::white_on_black;
    farewell.reason = visit::EndReason::idle;
    const auto taken = take_farewell(write_farewell(farewell));
    ASSERT_TRUE(taken);
    EXPECT_STREQ(taken->language.data(), "ar");
    EXPECT_EQ(taken->text_size, visit::TextSize::huge);
    EXPECT_EQ(taken->theme, visit::Theme::white_on_black);
    EXPECT_EQ(taken->reason, visit::EndReason::idle);
}

TEST(Farewell, CannotBeChangedOnItsWay) {
    const int descriptor = write_farewell({});
    EXPECT_LT(pwrite(descriptor, "x", 1, 0), 0);
    EXPECT_LT(ftruncate(descriptor, 1), 0);
    close(descriptor);
}

TEST(Farewell, WhatIsNoneOfOursIsRefused) {
    EXPECT_FALSE(take_farewell(-1));
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    EXPECT_FALSE(take_farewell(ends[0]));
    close(ends[1]);
    const int forged = memfd_create("forged", 0);
    ASSERT_EQ(write(forged, "PockBye1 and then nothing that makes any sense at all", 48), 48);
    EXPECT_FALSE(take_farewell(forged));
}

}  // namespace
}  // namespace pocketplan::ending
