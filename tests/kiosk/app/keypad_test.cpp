#include "kiosk/app/keypad.h"

#include <SDL_keyboard.h>
#include <gtest/gtest.h>

namespace pocketplan::app {
namespace {

using ui::Key;
using visit::Aloud;
using Lock = Keypad::NumLock;

std::optional<KeyAction> action_of(const Keypad& keypad, const char* name, Lock num_lock = Lock::off) {
    return keypad.action_of(SDL_GetScancodeFromName(name), num_lock);
}

TEST(KeypadTest, KnowsTheKeysOfAKeyboardAndOfARemoteControl) {
    const Keypad keypad;
    for (const auto& [name, action] :
         std::initializer_list<std::pair<const char*, KeyAction>>{{"Tab", Key::next},
                                                                  {"PageDown", Key::next},
                                                                  {"PageUp", Key::previous},
                                                                  {"Left", Key::left},
                                                                  {"Return", Key::press},
                                                                  {"Keypad Enter", Key::press},
                                                                  {"Escape", Key::back},
                                                                  {"AC Back", Key::back},
                                                                  {"VolumeUp", Aloud::louder},
                                                                  {"VolumeDown", Aloud::quieter},
                                                                  {"AudioPlay", Aloud::again}}) {
        EXPECT_EQ(action_of(keypad, name), action) << name;
        EXPECT_EQ(action_of(keypad, name, Lock::on), action) << name;
    }
    EXPECT_EQ(action_of(keypad, "Q"), std::nullopt) << "it types";
}

TEST(KeypadTest, LetsTheDigitsBesideAKeyboardTypeWhileNumLockIsOn) {
    const Keypad keypad;
    for (const auto& [name, action] :
         std::initializer_list<std::pair<const char*, KeyAction>>{{"Keypad 3", Key::next},
                                                                  {"Keypad 9", Key::previous},
                                                                  {"Keypad 8", Key::up},
                                                                  {"Keypad 5", Key::press},
                                                                  {"Keypad .", Key::back},
                                                                  {"Keypad *", Aloud::again},
                                                                  {"Keypad +", Aloud::louder},
                                                                  {"Keypad -", Aloud::quieter}}) {
        EXPECT_EQ(action_of(keypad, name, Lock::off), action) << name;
        EXPECT_EQ(action_of(keypad, name, Lock::on), std::nullopt) << name;
    }
}

TEST(KeypadTest, TheSettingsWinOverWhatAKeyUsuallyDoes) {
    Keypad keypad;
    EXPECT_EQ(keypad.map("F15", Key::next), Keypad::Mapped::good);
    EXPECT_EQ(keypad.map("Space", Key::next), Keypad::Mapped::good);
    EXPECT_EQ(keypad.map("Keypad 5", Aloud::again), Keypad::Mapped::good);
    EXPECT_EQ(action_of(keypad, "F15"), KeyAction(Key::next));
    EXPECT_EQ(action_of(keypad, "Space"), KeyAction(Key::next));
    EXPECT_EQ(action_of(keypad, "Keypad 5", Lock::on), KeyAction(Aloud::again));
    EXPECT_EQ(action_of(keypad, "Tab"), KeyAction(Key::next)) << "the others stay as they are";
}

TEST(KeypadTest, RefusesAKeyThatThereIsNotAndOneWithTwoActions) {
    Keypad keypad;
    EXPECT_EQ(keypad.map("F99", Key::next), Keypad::Mapped::no_such_key);
    EXPECT_EQ(keypad.map("", Key::next), Keypad::Mapped::no_such_key);
    EXPECT_EQ(keypad.map("Left Ctrl", Key::press), Keypad::Mapped::no_such_key) << "other keys are held with it";
    EXPECT_EQ(keypad.map("F15", Key::next), Keypad::Mapped::good);
    EXPECT_EQ(keypad.map("F15", Key::next), Keypad::Mapped::good) << "it says the same twice";
    EXPECT_EQ(keypad.map("F15", Key::press), Keypad::Mapped::taken);
}

TEST(KeypadTest, HasAnActionForEachNameOfTheHandbook) {
    for (const char* name : {"next", "previous", "left", "right", "up", "down", "press", "back", "repeat", "slower",
                             "faster", "quieter", "louder"}) {
        EXPECT_TRUE(action_named(name)) << name;
    }
    EXPECT_EQ(action_named("print"), std::nullopt);
}

}  // namespace
}  // namespace pocketplan::app
