// What the window makes of what SDL tells it, without a display.

#include "kiosk/app/window.h"

#include <array>

#include <SDL.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pocketplan::app {
namespace {

using Kind = Happening::Kind;
using ui::Key;
using visit::Aloud;

class WindowTest : public testing::Test {
protected:
    WindowTest() { SDL_setenv("SDL_VIDEODRIVER", "dummy", 1); }
    void open() {
        window_.emplace(*Window::open(WindowSize{640, 480}));
        window_->use(config_.keypad);
        window_->wait(std::chrono::milliseconds(0));  // for what comes with a window
    }
    static void key(const char* name, const char* text = nullptr, bool held = false, Uint16 with = 0) {
        SDL_Event event{};
        event.type = SDL_KEYDOWN;
        event.key.keysym.scancode = SDL_GetScancodeFromName(name);
        event.key.keysym.mod = with;
        event.key.repeat = held ? 1 : 0;
        SDL_PushEvent(&event);
        if (text != nullptr) type(text);
    }
    static void release(const char* name) {
        SDL_Event event{};
        event.type = SDL_KEYUP;
        event.key.keysym.scancode = SDL_GetScancodeFromName(name);
        SDL_PushEvent(&event);
    }
    static void type(const char* text) {
        SDL_Event typed{};
        typed.type = SDL_TEXTINPUT;
        SDL_strlcpy(typed.text.text, text, sizeof typed.text.text);
        SDL_PushEvent(&typed);
    }
    static void finger(Uint32 type, float x, float y, SDL_FingerID number = 1) {
        SDL_Event event{};
        event.type = type;
        event.tfinger.touchId = 7;
        event.tfinger.fingerId = number;
        event.tfinger.x = x;
        event.tfinger.y = y;
        SDL_PushEvent(&event);
    }
    static void button(Uint32 type, Uint8 which) {
        SDL_Event event{};
        event.type = type;
        event.button.button = which;
        event.button.x = 30;
        event.button.y = 40;
        SDL_PushEvent(&event);
    }
    static void move_mouse(int x, Uint32 buttons) {
        SDL_Event event{};
        event.type = SDL_MOUSEMOTION;
        event.motion.state = buttons;
        event.motion.x = x;
        SDL_PushEvent(&event);
    }
    std::vector<Happening> happened() { return window_->wait(std::chrono::milliseconds(0)); }

    Config config_;
    std::optional<Window> window_;
};

TEST_F(WindowTest, TakesAKeypadWhoseNumLockIsOff) {
    open();
    key("Keypad 3");
    key("Keypad 5");
    key("Keypad *", "*");
    key("Keypad +", "+");
    const auto all = happened();
    ASSERT_EQ(all.size(), 4U) << "and none of them types";
    EXPECT_EQ(all[0].key, Key::next);
    EXPECT_EQ(all[1].key, Key::press);
    EXPECT_EQ(all[2].kind, Kind::voice);
    EXPECT_EQ(all[2].aloud, Aloud::again);
    EXPECT_EQ(all[3].aloud, Aloud::louder);
    for (const auto& one : all) EXPECT_FALSE(one.repeated);
}

TEST_F(WindowTest, TypesWithTheSameKeysWhileNumLockIsOn) {
    open();
    key("Keypad 5", "5", false, KMOD_NUM);
    const auto all = happened();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].kind, Kind::typed);
    EXPECT_EQ(all[0].code_point, U'5');
}

TEST_F(WindowTest, ATwoButtonSwitchDoesWhatTheSettingsSay) {
    config_.keypad.map("Space", Key::next);
    open();
    key("Space", " ");
    key("Return");
    const auto all = happened();
    ASSERT_EQ(all.size(), 2U) << "the space is not typed as well";
    EXPECT_EQ(all[0].key, Key::next);
    EXPECT_EQ(all[1].key, Key::press);
}

TEST_F(WindowTest, AHeldOrStuckKeyPressesOnceAndSaysThatItRepeats) {
    open();
    for (const bool held : {false, true, true}) {
        key("Return", nullptr, held);
        key("Space", " ", held);
        key("VolumeUp", nullptr, held);
    }
    const auto all = happened();
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].key, Key::press);
    EXPECT_EQ(all[1].code_point, U' ');
    EXPECT_EQ(all[2].aloud, Aloud::louder);
    key("Tab", nullptr, true);
    const auto moved = happened();
    ASSERT_EQ(moved.size(), 1U);
    EXPECT_TRUE(moved[0].repeated);
}

TEST_F(WindowTest, ShiftTurnsNextRoundAndKeysForOtherProgramsDoNothing) {
    open();
    key("Tab", nullptr, false, KMOD_LSHIFT);
    key("Tab", nullptr, false, KMOD_LALT);
    key("Keypad 5", nullptr, false, KMOD_LCTRL);
    const auto all = happened();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].key, Key::previous);
}

TEST_F(WindowTest, WhatIsHeldTogetherWithAnotherKeyTypesAndPastesNothing) {
    open();
    key("V", "v", false, KMOD_LCTRL);
    key("A", "a", false, KMOD_LALT);
    key("A", "a", false, KMOD_LGUI);
    key("Insert", nullptr, false, KMOD_LSHIFT);
    EXPECT_EQ(happened().size(), 0U);
    key("E", "€", false, KMOD_RALT);
    const auto typed = happened();
    ASSERT_EQ(typed.size(), 1U) << "the other Alt key makes letters";
    EXPECT_EQ(typed[0].code_point, U'€');
}

TEST_F(WindowTest, SaysWhichKeyTypedAndWhenItIsReleased) {
    open();
    key("A", "a");
    release("A");
    type("é");  // put together of keys that are up again
    const auto all = happened();
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].scancode, SDL_SCANCODE_A);
    EXPECT_EQ(all[1].kind, Kind::released);
    EXPECT_EQ(all[1].scancode, SDL_SCANCODE_A);
    EXPECT_EQ(all[2].code_point, U'é');
    EXPECT_EQ(all[2].scancode, 0);
}

TEST_F(WindowTest, OnlyTheLeftButtonPresses) {
    open();
    for (const auto other : std::to_array<Uint8>({SDL_BUTTON_MIDDLE, SDL_BUTTON_RIGHT, SDL_BUTTON_X1, SDL_BUTTON_X2})) {
        button(SDL_MOUSEBUTTONDOWN, other);
        move_mouse(31, SDL_BUTTON(Uint32{other}));
        button(SDL_MOUSEBUTTONUP, other);
    }
    move_mouse(32, 0);
    EXPECT_EQ(happened().size(), 0U);
    button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT);
    move_mouse(33, SDL_BUTTON_LMASK);
    button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT);
    const auto all = happened();
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].kind, Kind::touched);
    EXPECT_EQ(all[0].x, 30);
    EXPECT_EQ(all[0].y, 40);
    EXPECT_EQ(all[1].kind, Kind::moved);
    EXPECT_EQ(all[1].x, 33);
    EXPECT_EQ(all[2].kind, Kind::lifted);
}

TEST_F(WindowTest, TellsFingersApartAndOfEachMovementItsEnd) {
    open();
    finger(SDL_FINGERDOWN, 0.5F, 0.25F, 1);
    for (int step = 0; step < 100; ++step) {
        finger(SDL_FINGERMOTION, static_cast<float>(step) / 100, 0.25F, 1);
        finger(SDL_FINGERMOTION, 0.1F, static_cast<float>(step) / 100, 3);
    }
    finger(SDL_FINGERDOWN, 1, 1, 2);
    finger(SDL_FINGERMOTION, 0.75F, 0.25F, 1);
    finger(SDL_FINGERMOTION, 0.9F, 0.9F, 2);
    finger(SDL_FINGERUP, 0.75F, 0.25F, 1);
    const auto all = happened();
    ASSERT_EQ(all.size(), 7U);
    EXPECT_EQ(all[0].kind, Kind::touched);
    EXPECT_EQ(all[0].x, 320);
    EXPECT_EQ(all[0].y, 120);
    EXPECT_NEAR(all[1].x, 633.6, 0.1);
    EXPECT_NEAR(all[2].y, 475.2, 0.1);
    EXPECT_EQ(all[3].x, 639) << "the last pixel";
    EXPECT_EQ(all[3].y, 479);
    EXPECT_NE(all[3].finger, all[1].finger);
    EXPECT_EQ(all[4].finger, all[1].finger);
    EXPECT_EQ(all[6].kind, Kind::lifted);
    EXPECT_EQ(all[6].finger, all[0].finger);
}

TEST_F(WindowTest, WheelDropAndAHalfTypedWordDoNothing) {
    open();
    EXPECT_EQ(SDL_EventState(SDL_DROPFILE, SDL_QUERY), SDL_DISABLE);
    EXPECT_EQ(SDL_EventState(SDL_DROPTEXT, SDL_QUERY), SDL_DISABLE);
    for (const Uint32 type : {SDL_MOUSEWHEEL, SDL_TEXTEDITING, SDL_CLIPBOARDUPDATE, SDL_MULTIGESTURE}) {
        SDL_Event event{};
        event.type = type;
        SDL_PushEvent(&event);
    }
    EXPECT_EQ(happened().size(), 0U);
}

}  // namespace
}  // namespace pocketplan::app
