// What the window makes of the keys that SDL tells it, without a display.

#include "kiosk/app/window.h"

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
        if (text == nullptr) return;
        SDL_Event typed{};
        typed.type = SDL_TEXTINPUT;
        SDL_strlcpy(typed.text.text, text, sizeof typed.text.text);
        SDL_PushEvent(&typed);
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
    for (const auto& one : all) EXPECT_TRUE(one.by_hand);
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

TEST_F(WindowTest, AHeldOrStuckKeyPressesOnceAndIsNoHand) {
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
    EXPECT_FALSE(moved[0].by_hand);
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

}  // namespace
}  // namespace pocketplan::app
