// What lies on the screen or on the keyboard, and what hands do that they should not, to the installed program in a
// real window. Run as root.

#include <thread>

#include <gtest/gtest.h>

#include "tests/e2e/played_kiosk.h"

namespace pocketplan::tests {
namespace {

using namespace std::chrono_literals;

class HandsTest : public testing::Test {
protected:
    std::string files() { return "folder:" + (kiosk_.folder() / "prints").string(); }
    // Calls `touch` with places all over the screen.
    template <class Touch>
    void everywhere(const Touch& touch) {
        const auto [width, height] = kiosk_.screen().size();
        for (int row = 1; row < 12; ++row) {
            for (int column = 1; column < 12; ++column) touch(width * column / 12.0, height * row / 12.0);
        }
    }
    void go_to_place() {
        const auto place = check_in_pack().find_question("appointment_place");
        ASSERT_TRUE(kiosk_.press("language.en") && kiosk_.press("promise.make"));
        while (kiosk_.shadow().in<visit::Asking>()->question != place) ASSERT_TRUE(kiosk_.press("bar.skip"));
        ASSERT_TRUE(kiosk_.shows_the_same());
    }

    // The shadow's calendar is of the day on which the pack was made.
    [[nodiscard]] bool asks_a_day() {
        const auto* const asking = shadow_.in<visit::Asking>();
        return asking != nullptr && check_in_pack().question(asking->question).kind == content::AnswerKind::date;
    }

    PlayedKiosk kiosk_{{1280, 800}};
    visit::Visit& shadow_ = kiosk_.shadow();
};

TEST_F(HandsTest, WhatLiesOnScreenAndKeyboardIsToldUntilItIsTakenAway) {
    ASSERT_TRUE(kiosk_.start(files()));
    ASSERT_TRUE(kiosk_.press("language.en") && kiosk_.press("bar.more") && kiosk_.press("more.staff"));
    ASSERT_TRUE(kiosk_.shows_the_same());
    kiosk_.screen().hold_key("a");
    kiosk_.screen().hold_touch(3, 3);
    shadow_.findings = visit::bit_of(visit::Finding::keys) | visit::bit_of(visit::Finding::panel);
    EXPECT_TRUE(kiosk_.shows_the_same()) << "after half a minute";
    kiosk_.screen().release_touch();
    kiosk_.screen().release_key("a");
    shadow_.findings = 0;
    EXPECT_TRUE(kiosk_.shows_the_same());
    EXPECT_TRUE(kiosk_.press("staff.close") && kiosk_.shows_the_same()) << "a screen that is touched as before";
}

TEST_F(HandsTest, AKeyboardThatTypesByItselfIsToldAndTheScreenStillAnswers) {
    ASSERT_TRUE(kiosk_.start(files()));
    ASSERT_TRUE(kiosk_.press("language.en") && kiosk_.press("bar.more") && kiosk_.press("more.staff"));
    ASSERT_TRUE(kiosk_.shows_the_same());
    const auto end = std::chrono::steady_clock::now() + 35s;
    while (std::chrono::steady_clock::now() < end) {
        kiosk_.screen().storm(100);
        std::this_thread::sleep_for(20ms);
    }
    shadow_.findings = visit::bit_of(visit::Finding::keys);
    EXPECT_TRUE(kiosk_.shows_the_same());
    EXPECT_TRUE(kiosk_.press("staff.close") && kiosk_.shows_the_same());
}

TEST_F(HandsTest, AStormOfTapsIsDoneTapByTap) {
    ASSERT_TRUE(kiosk_.start(files()));
    ASSERT_NO_FATAL_FAILURE(go_to_place());
    ASSERT_TRUE(kiosk_.press("key.a") && kiosk_.press("key.e"));
    kiosk_.screen().touch_again(20);
    for (int tap = 0; tap < 20; ++tap) kiosk_.shadow_hears(visit::Type{U'e'});
    EXPECT_TRUE(kiosk_.shows_the_same()) << "each of twenty";
    kiosk_.screen().touch_again(2000);
    for (int tap = 0; tap < 2000; ++tap) kiosk_.shadow_hears(visit::Type{U'e'});
    EXPECT_TRUE(kiosk_.shows_the_same()) << "what has room of two thousand";
    std::this_thread::sleep_for(2s);  // it is quiet again, and so believed
    EXPECT_TRUE(kiosk_.press("bar.next") && kiosk_.shows_the_same());
}

// Busy for a moment, as at a start, the kiosk hears of both at once.
TEST_F(HandsTest, ATouchThatComesWithTheKeyboardsFocusIsDone) {
    ASSERT_TRUE(kiosk_.start(files()));
    kiosk_.process().signal(SIGSTOP);
    kiosk_.screen().move_focus_away_and_back();
    ASSERT_TRUE(kiosk_.press("language.es"));
    kiosk_.process().signal(SIGCONT);
    EXPECT_TRUE(kiosk_.shows_the_same());
}

TEST_F(HandsTest, OtherButtonsTheWheelAndPasteDoNothing) {
    ASSERT_TRUE(kiosk_.start(files()));
    ASSERT_NO_FATAL_FAILURE(go_to_place());
    everywhere([&](double x, double y) {
        kiosk_.screen().move_touch(x, y);
        for (unsigned button = 2; button < 10; ++button) kiosk_.screen().press_button(button);
    });
    kiosk_.screen().press_keys({"Control_L", "v"});
    kiosk_.screen().press_keys({"Shift_L", "Insert"});
    kiosk_.screen().press_keys({"Alt_L", "a"});
    EXPECT_TRUE(kiosk_.shows_the_same());
    EXPECT_TRUE(kiosk_.press("bar.back") && kiosk_.shows_the_same());
}

// What comes up under a finger that taps twice: a language below the globe, More's buttons below its own, Erase below
// Close, the next question's Skip below Skip, and whatever is pressed on a hidden screen below Hide.
TEST_F(HandsTest, ASecondTapDoesNothingToWhateverCameUpBelowTheFinger) {
    kiosk_.be_deaf(700ms);
    ASSERT_TRUE(kiosk_.start(files()));
    for (const char* id :
         {"language.en", "promise.make", "bar.language", "language.es", "bar.more", "more.language", "language.en",
          "bar.more", "more.close", "bar.skip", "bar.skip", "bar.skip", "bar.back", "bar.hide"}) {
        const auto before = kiosk_.screen().pixels();
        ASSERT_TRUE(kiosk_.press(id)) << id;
        kiosk_.screen().touch_again(1);
        const auto is_another = [&] { return kiosk_.screen().pixels() != before; };
        ASSERT_TRUE(asks_a_day() ? eventually(is_another) : kiosk_.shows_the_same()) << "after two taps on " << id;
        std::this_thread::sleep_for(1s);  // the deaf time begins once the screen is there
    }
}

// Whoever taps twice on "Erase" reads goodbye all the same, though another process says it.
TEST_F(HandsTest, TheTapsThatEndAVisitDoNotLeaveGoodbye) {
    kiosk_.be_deaf(2s);
    ASSERT_TRUE(kiosk_.start(files()));
    for (const char* id : {"language.en", "promise.make", "bar.erase"}) {
        ASSERT_TRUE(kiosk_.press(id) && kiosk_.shows_the_same());
        std::this_thread::sleep_for(2s);
    }
    ASSERT_TRUE(kiosk_.press("erase.yes"));
    everywhere([&](double x, double y) {
        kiosk_.screen().touch(x, y);
        std::this_thread::sleep_for(12ms);
    });
    EXPECT_TRUE(kiosk_.says_goodbye(visit::EndReason::erased));
}

}  // namespace
}  // namespace pocketplan::tests
