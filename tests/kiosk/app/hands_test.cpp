// What nobody's hands do, and what they do, by a clock that the test moves.

#include "kiosk/app/hands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pocketplan::app {
namespace {

using namespace std::chrono_literals;
using Kind = Happening::Kind;
using Verdict = Hands::Verdict;

constexpr int letter = 4;  // an SDL_Scancode
constexpr int other_letter = 5;

class HandsTest : public testing::Test {
protected:
    HandsTest() { hands_.know_display(4); }

    void pass(std::chrono::milliseconds time) { now_ += time; }
    Verdict touch(Kind kind, double x = 100, double y = 100, std::int64_t finger = 1) {
        return hands_.judge({.kind = kind, .x = x, .y = y, .finger = {7, finger}}, now_);
    }
    Verdict tap(double x = 100, double y = 100, std::int64_t finger = 1) {
        const auto verdict = touch(Kind::touched, x, y, finger);
        touch(Kind::lifted, x, y, finger);
        return verdict;
    }
    Verdict key(int scancode = letter, bool repeated = false) {
        return hands_.judge({.kind = Kind::typed, .scancode = scancode, .repeated = repeated}, now_);
    }
    void release(int scancode = letter) { hands_.judge({.kind = Kind::released, .scancode = scancode}, now_); }
    Verdict strike(int scancode = letter) {
        const auto verdict = key(scancode);
        release(scancode);
        return verdict;
    }
    [[nodiscard]] std::chrono::milliseconds idle() const {
        return std::chrono::duration_cast<std::chrono::milliseconds>(now_ - hands_.last());
    }
    [[nodiscard]] bool keys() const { return hands_.keys_are_stuck(now_); }
    [[nodiscard]] bool panel() const { return hands_.panel_presses_by_itself(now_); }

    Hands::Clock::time_point now_{1h};
    Hands hands_{now_};
};

TEST_F(HandsTest, ATouchAndAKeyKeepAVisit) {
    pass(40s);
    EXPECT_EQ(idle(), 40s) << "it began with somebody there";
    EXPECT_EQ(tap(), Verdict::by_hand);
    EXPECT_EQ(idle(), 0s);
    pass(40s);
    EXPECT_EQ(strike(), Verdict::by_hand);
    EXPECT_EQ(idle(), 0s);
    EXPECT_FALSE(keys() || panel());
}

TEST_F(HandsTest, WhatLiesOnTheGlassIsLetGoOnceAndToldUntilItIsTakenAway) {
    touch(Kind::touched);
    for (int second = 0; second < 30; ++second) {
        pass(1s);
        EXPECT_EQ(touch(Kind::moved, 100 + second % 2), Verdict::done) << "it trembles";
        EXPECT_FALSE(hands_.lets_go(now_)) << second;
    }
    EXPECT_FALSE(panel());
    pass(1s);
    EXPECT_TRUE(hands_.lets_go(now_));
    EXPECT_FALSE(hands_.lets_go(now_)) << "once";
    EXPECT_EQ(touch(Kind::moved, 101), Verdict::ignored);
    EXPECT_EQ(idle(), 31s) << "since it came down, however it trembles";
    pass(1h);
    EXPECT_TRUE(panel());
    EXPECT_EQ(touch(Kind::lifted), Verdict::ignored) << "nobody pressed what is below it now";
    EXPECT_FALSE(panel());
    EXPECT_EQ(tap(), Verdict::by_hand);
}

TEST_F(HandsTest, TheFirstFingerCountsUntilItIsUpAndASecondDoesNothing) {
    EXPECT_EQ(touch(Kind::touched, 100, 100, 1), Verdict::by_hand);
    EXPECT_EQ(touch(Kind::touched, 500, 500, 2), Verdict::ignored);
    EXPECT_EQ(touch(Kind::moved, 510, 500, 2), Verdict::ignored);
    EXPECT_EQ(touch(Kind::moved, 110, 100, 1), Verdict::done);
    EXPECT_EQ(touch(Kind::lifted, 110, 100, 1), Verdict::by_hand);
    EXPECT_EQ(touch(Kind::lifted, 510, 500, 2), Verdict::ignored);
    EXPECT_EQ(tap(500, 500, 2), Verdict::by_hand);
}

TEST_F(HandsTest, WhoeverComesUsesAScreenOnWhichSomethingLies) {
    touch(Kind::touched, 20, 20, 1);
    pass(31s);
    EXPECT_TRUE(hands_.lets_go(now_));
    pass(1h);
    EXPECT_EQ(tap(500, 500, 2), Verdict::by_hand);
    EXPECT_EQ(idle(), 0s);
    EXPECT_TRUE(panel()) << "and it is still told";
}

// A panel that was unplugged with a finger on it never says that it was lifted, and counts its fingers from one again.
TEST_F(HandsTest, AFingerThatComesDownTwiceWasLiftedInBetween) {
    touch(Kind::touched);
    pass(31s);
    hands_.lets_go(now_);
    EXPECT_EQ(touch(Kind::touched), Verdict::by_hand);
    EXPECT_FALSE(panel());
}

TEST_F(HandsTest, AHeldKeyRepeatsForHalfAMinuteAndKeepsNothing) {
    key();
    for (int second = 0; second < 30; ++second) {
        pass(1s);
        EXPECT_EQ(key(letter, true), Verdict::done);
    }
    EXPECT_FALSE(keys());
    pass(1s);
    EXPECT_EQ(key(letter, true), Verdict::ignored);
    EXPECT_EQ(idle(), 31s);
    pass(1h);
    EXPECT_TRUE(keys());
    EXPECT_EQ(strike(other_letter), Verdict::by_hand) << "the others go on";
    EXPECT_TRUE(keys());
    release();
    EXPECT_FALSE(keys());
    EXPECT_EQ(strike(), Verdict::by_hand);
}

// What an input method, or a key that was pressed before, types later.
TEST_F(HandsTest, WhatIsTypedByNoKeyHoldsNone) {
    key(0);
    pass(1h);
    EXPECT_FALSE(keys());
}

TEST_F(HandsTest, AKeyThatRepeatsByItselfIsLetGo) {
    int taken = 0;
    for (auto time = 0ms; time < 60s; time += 200ms) {
        if (strike() == Verdict::by_hand) ++taken;
        pass(200ms);
    }
    EXPECT_EQ(taken, 151) << "half a minute of it";
    EXPECT_GE(idle(), 59s) << "nobody was there since it began";
    EXPECT_TRUE(keys());
    EXPECT_EQ(strike(other_letter), Verdict::by_hand);
    pass(59s);
    EXPECT_TRUE(keys()) << "so that staff can read it";
    pass(1s);
    EXPECT_FALSE(keys());
    EXPECT_EQ(strike(), Verdict::by_hand) << "it was quiet, and is believed again";
}

// A whole visit by one switch: nothing else is ever pressed.
TEST_F(HandsTest, OneSwitchIsNoKeyThatRepeats) {
    for (int press = 0; press < 1000; ++press) {
        EXPECT_EQ(strike(), Verdict::by_hand);
        pass(press % 4 == 0 ? 1200ms : 500ms);
    }
    EXPECT_FALSE(keys());
}

TEST_F(HandsTest, APlaceThatPressesByItselfIsLetGoAndTheRestOfTheScreenIsNot) {
    int taken = 0;
    for (int press = 0; press < 200; ++press) {
        if (tap(300 + press % 3, 200) == Verdict::by_hand) ++taken;
        pass(1s);
    }
    EXPECT_EQ(taken, 100);
    EXPECT_TRUE(panel());
    EXPECT_GE(idle(), 100s);
    EXPECT_EQ(tap(300, 300), Verdict::by_hand);
    EXPECT_EQ(tap(300, 200), Verdict::ignored) << "still there";
    EXPECT_EQ(idle(), 0s);
    pass(6s);
    EXPECT_EQ(tap(300, 200), Verdict::by_hand) << "it was quiet";
}

TEST_F(HandsTest, NobodyIsLateBecauseOfWhatWasTakenForAHand) {
    for (int press = 0; press < 101; ++press) {
        tap();
        pass(4s);
    }
    EXPECT_LE(idle(), Hands::patience + 4s) << "no visit ends without its warning";
}

TEST_F(HandsTest, APanelThatStreamsNoiseIsLetGoUntilItIsQuiet) {
    for (int press = 0; press < 40 * 40; ++press) {
        tap((press * 397) % 1000, (press * 211) % 700, press % 10);
        pass(25ms);
    }
    EXPECT_EQ(tap(10, 10), Verdict::ignored);
    EXPECT_GE(idle(), 39s);
    EXPECT_TRUE(panel());
    EXPECT_FALSE(keys());
    EXPECT_EQ(strike(), Verdict::by_hand) << "keys are another thing";
    pass(1100ms);
    EXPECT_EQ(tap(10, 10), Verdict::by_hand);
    EXPECT_TRUE(panel()) << "told for a minute";
    pass(60s);
    EXPECT_FALSE(panel());
}

TEST_F(HandsTest, AStormOfAllKeysIsLetGoAtOnce) {
    int taken = 0;
    for (int press = 0; press < 40 * 1000; ++press) {
        if (strike(letter + press % 50) == Verdict::by_hand) ++taken;
        pass(1ms);
    }
    EXPECT_LT(taken, 500);
    EXPECT_TRUE(keys());
    EXPECT_GE(idle(), 39s);
    pass(2s);
    EXPECT_EQ(strike(), Verdict::by_hand);
}

// Ten letters a second, for ten minutes and without a pause; a finger that leafs through a long list.
TEST_F(HandsTest, TheFastestHandsAreHands) {
    for (int press = 0; press < 6000; ++press) {
        EXPECT_EQ(strike(letter + press % 26), Verdict::by_hand);
        pass(100ms);
    }
    for (int press = 0; press < 60; ++press) {
        EXPECT_EQ(tap(), Verdict::by_hand);
        pass(700ms);
    }
    EXPECT_FALSE(keys() || panel());
}

TEST_F(HandsTest, WhatNoHandDoesIsNotItsToJudge) {
    pass(10s);
    for (const auto kind : {Kind::redraw, Kind::woken, Kind::quit}) {
        EXPECT_EQ(hands_.judge({.kind = kind}, now_), Verdict::done);
    }
    EXPECT_EQ(idle(), 10s);
}

}  // namespace
}  // namespace pocketplan::app
