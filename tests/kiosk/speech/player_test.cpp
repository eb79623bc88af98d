#include "kiosk/speech/player.h"

#include <fstream>
#include <future>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/speech/watch.h"
#include "tests/kiosk/speech/fake_sound.h"

namespace {

using namespace pocketplan::speech;
using pocketplan::tests::FakeSound;
using pocketplan::tests::Told;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using namespace std::chrono_literals;
using enum Presence;

const std::vector<Sample> some(100, 1000);

// A limit that a test can wait for.
PlayerSettings impatient(const FakeSound& sound) {
    return {.patience = 50ms, .linger = 60s, .farewell = 60s, .sound_devices = sound.folder()};
}

PlayerSettings patient(const FakeSound& sound) {
    return {.patience = 60s, .linger = 60s, .farewell = 60s, .sound_devices = sound.folder()};
}

// Whatever the ring has room for before the player knows that there is no device.
Played play_all(Player& player, Player::Turn turn, Audience audience = Audience::visitor) {
    const auto played = player.play(some, turn, audience);
    return played == Played::all ? player.drain(turn) : played;
}

TEST(Player, ADeviceIsFoundWhenItIsThereAtTheStart) {
    FakeSound sound;
    Told told;
    const Player player(sound.device(), told.teller(), impatient(sound));
    told.await({there});
    EXPECT_THAT(sound.opened(), IsEmpty()) << "and not opened before there is something to play";
}

TEST(Player, WithoutADeviceNothingIsPlayedAndNothingTold) {
    FakeSound sound;
    sound.set_outputs({});
    Told told;
    Player player(sound.device(), told.teller(), impatient(sound));
    EXPECT_EQ(play_all(player, player.begin_turn()), Played::device_gone);
    EXPECT_THAT(told.all(), IsEmpty());
}

TEST(Player, TheDeviceGetsTheSamplesAsTheyAre) {
    FakeSound sound;
    Told told;
    Player player(sound.device(), told.teller(), patient(sound));
    std::vector<Sample> samples(50'000);
    for (std::size_t i = 0; i < samples.size(); ++i) samples[i] = static_cast<Sample>(i % 30'000 + 1);
    const auto turn = player.begin_turn();
    EXPECT_EQ(player.play(samples, turn), Played::all);
    EXPECT_EQ(player.drain(turn), Played::all);
    while (sound.heard().size() < samples.size()) std::this_thread::yield();
    EXPECT_EQ(sound.heard(), samples);
}

TEST(Player, ANewTurnIsSilentAtOnce) {
    FakeSound sound(FakeSound::Takes::by_hand);
    Told told;
    Player player(sound.device(), told.teller(), patient(sound));
    const auto old = player.begin_turn();
    EXPECT_EQ(player.play(some, old), Played::all);
    sound.await_open();
    EXPECT_EQ(sound.take(10), std::vector<Sample>(10, 1000));
    const auto next = player.begin_turn();
    EXPECT_EQ(sound.take(10), std::vector<Sample>(10, 0));
    EXPECT_EQ(player.play(some, old), Played::cut_off);
    EXPECT_EQ(player.play(std::vector<Sample>(5, 7), next), Played::all);
    EXPECT_EQ(sound.take(5), std::vector<Sample>(5, 7));
}

TEST(Player, ANewTurnEndsAWaitForRoom) {
    FakeSound sound(FakeSound::Takes::by_hand);
    Told told;
    Player player(sound.device(), told.teller(), patient(sound));
    const auto turn = player.begin_turn();
    auto played = std::async([&] { return player.play(std::vector<Sample>(samples_a_second, 1), turn); });
    sound.await_open();
    player.begin_turn();
    EXPECT_EQ(played.get(), Played::cut_off);
}

TEST(Player, LoudnessChangesWhatIsAlreadyWaiting) {
    FakeSound sound(FakeSound::Takes::by_hand);
    Told told;
    Player player(sound.device(), told.teller(), patient(sound));
    EXPECT_EQ(player.play(some, player.begin_turn()), Played::all);
    sound.await_open();
    player.set_gain(0.5F);
    EXPECT_EQ(sound.take(1), std::vector<Sample>(1, 500));
}

TEST(Player, ADeviceWithNothingToPlayIsClosed) {
    FakeSound sound;
    Told told;
    auto settings = patient(sound);
    settings.linger = 1ms;
    Player player(sound.device(), told.teller(), settings);
    const auto turn = player.begin_turn();
    EXPECT_EQ(player.play(some, turn), Played::all);
    EXPECT_EQ(player.drain(turn), Played::all);
    sound.await_closed();
    EXPECT_EQ(player.play(some, turn), Played::all) << "and opened again";
    EXPECT_EQ(player.drain(turn), Played::all);
    EXPECT_THAT(sound.opened(), SizeIs(2));
    EXPECT_THAT(told.all(), ElementsAre(there)) << "and never gone";
}

TEST(Player, ADeviceThatTakesNothingIsGoneAfterALimit) {
    FakeSound sound(FakeSound::Takes::by_hand);
    Told told;
    Player player(sound.device(), told.teller(), impatient(sound));
    const auto turn = player.begin_turn();
    EXPECT_EQ(player.play(std::vector<Sample>(samples_a_second, 1), turn), Played::device_gone);
    told.await({there, gone});
    EXPECT_EQ(player.play(some, turn), Played::device_gone) << "and the next does not wait for it";
}

TEST(Player, ADeviceThatBlocksWhileItOpensIsGoneAfterALimit) {
    FakeSound sound;
    Told told;
    Player player(sound.device(), told.teller(), impatient(sound));
    told.await({there});
    sound.set_blocked(true);
    const auto turn = player.begin_turn();
    EXPECT_EQ(player.play(some, turn), Played::all) << "there is room for it";
    EXPECT_EQ(player.drain(turn), Played::device_gone);
    told.await({there, gone});
    sound.set_blocked(false);
}

TEST(Player, ADeviceThatBlockedComesBackWhenDevicesChange) {
    FakeSound sound;
    Told told;
    Player player(sound.device(), told.teller(), impatient(sound));
    told.await({there});
    sound.set_blocked(true);
    const auto turn = player.begin_turn();
    EXPECT_EQ(player.play(some, turn), Played::all);
    EXPECT_EQ(player.drain(turn), Played::device_gone);
    sound.set_blocked(false);
    sound.set_outputs({"speakers"});
    told.await({there, gone, there});
    EXPECT_EQ(play_all(player, player.begin_turn()), Played::all);
}

TEST(Player, TheEndDoesNotWaitForADeviceThatBlocks) {
    FakeSound sound;
    Told told;
    {
        auto settings = impatient(sound);
        settings.farewell = 1ms;
        Player player(sound.device(), told.teller(), settings);
        told.await({there});
        sound.set_blocked(true);
        EXPECT_EQ(player.play(some, player.begin_turn()), Played::all);
    }
    sound.set_blocked(false);  // whose end waits for the abandoned thread
}

TEST(Player, ADevicePulledOutWhilePlayingIsToldAndAnotherOneFound) {
    FakeSound sound;
    Told told;
    Player player(sound.device(), told.teller(), patient(sound));
    EXPECT_EQ(player.play(some, player.begin_turn()), Played::all);
    sound.await_open();
    sound.set_outputs({});
    told.await({there, gone});
    sound.set_outputs({"headphone"});
    told.await({there, gone, there});
}

TEST(Player, AnotherOutputThatComesIsToldAndIsTheOneThatIsOpened) {
    FakeSound sound;
    Told told;
    Player player(sound.device(), told.teller(), patient(sound));
    told.await({there});
    sound.set_outputs({"speakers", "headphone"});
    told.await({there, there});
    EXPECT_EQ(play_all(player, player.begin_turn()), Played::all);
    EXPECT_THAT(sound.opened(), ElementsAre("headphone"));
}

TEST(Player, WhatIsBeingSaidGoesOnAtTheOutputThatComes) {
    FakeSound sound(FakeSound::Takes::by_hand);
    Told told;
    Player player(sound.device(), told.teller(), patient(sound));
    EXPECT_EQ(player.play(some, player.begin_turn()), Played::all);
    sound.await_open();
    EXPECT_EQ(sound.take(40), std::vector<Sample>(40, 1000));
    sound.set_outputs({"headphone", "speakers"});
    told.await({there, there});  // told when the old one was closed
    sound.await_open();
    EXPECT_THAT(sound.opened(), ElementsAre("", "headphone"));
    EXPECT_EQ(sound.take(60), std::vector<Sample>(60, 1000));
}

TEST(Player, TheSameOutputsLookedAtAgainAreNoNews) {
    FakeSound sound;
    Told told;
    Player player(sound.device(), told.teller(), patient(sound));
    told.await({there});
    sound.set_outputs({"speakers"});
    sound.await_look();
    EXPECT_EQ(play_all(player, player.begin_turn()), Played::all) << "opened after the look";
    EXPECT_THAT(sound.opened(), ElementsAre(""));
    EXPECT_THAT(told.all(), ElementsAre(there));
}

TEST(Player, WhenTheOutputThatCameLastGoesInSilenceTheUsualOneIsOpened) {
    FakeSound sound;
    Told told;
    Player player(sound.device(), told.teller(), patient(sound));
    told.await({there});
    sound.set_outputs({"speakers", "headphone"});
    told.await({there, there});
    sound.set_outputs({"speakers"});
    sound.await_look();
    // A turn that began before the player knew is over.
    while (play_all(player, player.begin_turn()) != Played::all) std::this_thread::yield();
    EXPECT_THAT(sound.opened(), ElementsAre(""));
}

TEST(Player, WhatWasMeantForAnOutputThatWentIsNotHeardFromAnother) {
    FakeSound sound(FakeSound::Takes::by_hand);
    Told told;
    Player player(sound.device(), told.teller(), patient(sound));
    told.await({there});
    sound.set_outputs({"speakers", "headphone"});
    told.await({there, there});
    const auto turn = player.begin_turn();
    EXPECT_EQ(player.play(some, turn), Played::all);
    sound.await_open();
    sound.set_outputs({"speakers"});
    told.await({there, there, gone, there});
    EXPECT_EQ(player.play(some, turn), Played::device_gone);
    EXPECT_EQ(player.play(std::vector<Sample>(5, 7), player.begin_turn()), Played::all);
    sound.await_open();
    EXPECT_EQ(sound.take(6), (std::vector<Sample>{7, 7, 7, 7, 7, 0}));
    EXPECT_THAT(sound.opened(), ElementsAre("headphone", ""));
}

TEST(Player, WhereTheOutputThatCameLastDoesNotOpenTheUsualOneIs) {
    FakeSound sound;
    Told told;
    Player player(sound.device(), told.teller(), patient(sound));
    told.await({there});
    sound.refuse("headphone");
    sound.set_outputs({"speakers", "headphone"});
    told.await({there, there});
    EXPECT_EQ(play_all(player, player.begin_turn()), Played::all);
    EXPECT_THAT(sound.opened(), ElementsAre(""));
}

TEST(Player, WhatIsForTheRoomIsAsLoudAsItIsAndNotForTheHeadphone) {
    FakeSound sound;
    Told told;
    Player player(sound.device(), told.teller(), patient(sound));
    player.set_gain(0.025F);
    told.await({there});
    sound.set_outputs({"speakers", "headphone"});
    told.await({there, there});
    const auto turn = player.begin_turn();
    EXPECT_EQ(player.play(some, turn, Audience::room), Played::all);
    EXPECT_EQ(play_all(player, turn), Played::all);
    EXPECT_THAT(sound.opened(), ElementsAre("", "headphone"));
    while (sound.heard().size() < 2 * some.size()) std::this_thread::yield();
    auto expected = some;
    expected.resize(2 * some.size(), 25);
    EXPECT_EQ(sound.heard(), expected);
}

TEST(Player, ADeviceThatComesIsSeenByItsFile) {
    const pocketplan::tests::TemporaryFolder folder("devices");
    FakeSound sound;
    sound.set_outputs({});
    Told told;
    Player player(sound.device(), told.teller(), {.sound_devices = folder.path() / "snd"});
    EXPECT_EQ(play_all(player, player.begin_turn()), Played::device_gone);
    sound.set_outputs({"headphone"});
    std::filesystem::create_directory(folder.path() / "snd");
    told.await({there});
    sound.set_outputs({});
    std::ofstream(folder.path() / "snd" / "pcmC0D0p").put(' ');
    told.await({there, gone});
}

TEST(Watch, TellsNothingWhileNothingChanges) {
    Watch watch("/nowhere/snd");
    EXPECT_FALSE(watch.changed());
}

}  // namespace
