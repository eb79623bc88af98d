#include "kiosk/visit/hearing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/visit/step.h"
#include "tests/support/pack.h"

namespace pocketplan::visit {
namespace {

using testing::ElementsAre;
using tests::check_in_pack;

TEST(Pace, HasSevenStepsFromHalfToTwiceTheUsual) {
    Pace pace;
    EXPECT_EQ(pace.percent(), 100);
    for (int i = 0; i < 10; ++i) pace.slower();
    std::vector<int> percents{pace.percent()};
    for (int i = 0; i < 10; ++i) {
        pace.faster();
        if (pace.percent() != percents.back()) percents.push_back(pace.percent());
    }
    EXPECT_THAT(percents, ElementsAre(50, 65, 80, 100, 125, 160, 200));
}

TEST(Loudness, GoesFromTwelveDecibelsBelowTheUsualToTwentyAbove) {
    Loudness loudness;
    EXPECT_FLOAT_EQ(loudness.gain(), 0.1F);
    for (int i = 0; i < 10; ++i) loudness.quieter();
    EXPECT_NEAR(loudness.gain(), 0.025, 0.001);
    for (int i = 0; i < 10; ++i) loudness.louder();
    EXPECT_FLOAT_EQ(loudness.gain(), 1.0F);
}

class HearingTest : public testing::Test {
protected:
    void ask(Aloud how) { step(visit_, ReadAloud{how}, check_in_pack()); }

    Visit visit_{check_in_pack()};
};

TEST_F(HearingTest, NobodyListensWhereThereIsNothingToHearWith) {
    ask(Aloud::on);
    EXPECT_FALSE(visit_.hearing.listening);
    step(visit_, SoundSaid{true}, check_in_pack());
    ask(Aloud::on);
    EXPECT_TRUE(visit_.hearing.listening);
}

TEST_F(HearingTest, WhoListensToTheLanguagesHasTimeToChooseOne) {
    step(visit_, SoundSaid{true}, check_in_pack());
    ask(Aloud::on);
    step(visit_, IdleFor{idle_warning - std::chrono::seconds(1)}, check_in_pack());
    EXPECT_TRUE(visit_.hearing.listening);
    step(visit_, IdleFor{idle_warning}, check_in_pack());
    EXPECT_FALSE(visit_.hearing.listening) << "but not for ever";
}

TEST_F(HearingTest, TheNextVisitorFindsAllAsItWas) {
    step(visit_, SoundSaid{true}, check_in_pack());
    for (const auto how : {Aloud::on, Aloud::faster, Aloud::louder, Aloud::louder}) ask(how);
    visit_.state = Goodbye{};
    EXPECT_TRUE(visit_.hearing.listening) << "goodbye is read aloud as well";
    step(visit_, StartOver{}, check_in_pack());
    EXPECT_FALSE(visit_.hearing.listening);
    EXPECT_EQ(visit_.hearing.pace, Pace());
    EXPECT_EQ(visit_.hearing.loudness, Loudness());
    EXPECT_TRUE(visit_.sound) << "the headphone is still there";
}

}  // namespace
}  // namespace pocketplan::visit
