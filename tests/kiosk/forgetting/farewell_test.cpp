#include "kiosk/forgetting/farewell.h"

#include <cstring>
#include <string>

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

namespace pocketplan::forgetting {
namespace {

TEST(Farewell, IsTakenAsItWasWritten) {
    Farewell farewell;
    std::strcpy(farewell.language.data(), "ar");
    farewell.text_size = visit::TextSize::huge;
    farewell.theme = visit::Theme::white_on_black;
    farewell.reason = visit::EndReason::idle;
    farewell.trace.inverted.fill(std::byte{0x5A});
    farewell.proven = farewell.printed = true;
    farewell.tally.few[7].visits = 9;
    farewell.tries.count_wrong({});
    farewell.copies = {7, 8, -1};
    farewell.display = 9;
    const auto taken = take_farewell(write_farewell(farewell));
    ASSERT_TRUE(taken);
    EXPECT_STREQ(taken->language.data(), "ar");
    EXPECT_EQ(taken->text_size, visit::TextSize::huge);
    EXPECT_EQ(taken->theme, visit::Theme::white_on_black);
    EXPECT_EQ(taken->reason, visit::EndReason::idle);
    EXPECT_EQ(taken->trace, farewell.trace);
    EXPECT_TRUE(taken->proven);
    EXPECT_TRUE(taken->printed);
    EXPECT_FALSE(taken->trouble);
    EXPECT_EQ(taken->tally.few[7].visits, 9);
    EXPECT_EQ(taken->tries, farewell.tries);
    EXPECT_EQ(taken->descriptors(), (std::array{7, 8, -1, 9}));
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
    const std::string nonsense = "PockBye4" + std::string(sizeof(Farewell), 'x');
    ASSERT_EQ(write(forged, nonsense.data(), nonsense.size()), static_cast<ssize_t>(nonsense.size()));
    EXPECT_FALSE(take_farewell(forged));
}

}  // namespace
}  // namespace pocketplan::forgetting
