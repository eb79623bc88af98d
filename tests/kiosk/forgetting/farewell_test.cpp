#include "kiosk/forgetting/farewell.h"

#include <cstring>
#include <initializer_list>
#include <limits>
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

// Each of these would be read beyond its end, or be a value that no code has a case for.
TEST(Farewell, OneWithAValueThatCannotBeIsRefused) {
    using Change = void (*)(Farewell&);
    for (const Change change : std::initializer_list<Change>{
             [](Farewell& f) { f.language.fill('x'); },
             [](Farewell& f) { f.beside.fill('x'); },
             [](Farewell& f) { f.tally.week.fill('2'); },
             [](Farewell& f) { f.tally.few[63].language.fill('x'); },
             [](Farewell& f) { f.text_size = static_cast<visit::TextSize>(9); },
             [](Farewell& f) { f.theme = static_cast<visit::Theme>(-1); },
             [](Farewell& f) { f.scanning = static_cast<visit::Scanning>(4); },
             [](Farewell& f) { f.reason = static_cast<visit::EndReason>(99); },
             [](Farewell& f) { f.copies.local = -2; },
             [](Farewell& f) { f.display = -9; },
             [](Farewell& f) { f.hearing.asked = std::numeric_limits<int>::max(); },
             [](Farewell& f) { std::memset(static_cast<void*>(&f.hearing.pace), 0x7F, sizeof f.hearing.pace); },
             [](Farewell& f) { std::memset(static_cast<void*>(&f.hearing.loudness), 0x7F, sizeof(visit::Loudness)); },
             [](Farewell& f) { std::memset(static_cast<void*>(&f.tries), 0x7F, sizeof f.tries); },
             [](Farewell& f) { std::memset(&f.proven, 2, 1); },
             [](Farewell& f) { std::memset(&f.hearing.listening, 0xFF, 1); },
         }) {
        Farewell farewell;
        change(farewell);
        EXPECT_FALSE(take_farewell(write_farewell(farewell)));
    }
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
