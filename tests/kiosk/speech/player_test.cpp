#include "kiosk/speech/player.h"

#include <fstream>
#include <future>

#include <gtest/gtest.h>

#include "kiosk/speech/watch.h"
#include "tests/kiosk/speech/fake_sound.h"

namespace {

using namespace pocketplan::speech;
using pocketplan::tests::FakeSound;
using namespace std::chrono_literals;

// What the player tells, for a test to wait for.
class Told {
public:
    std::function<void(Presence)> teller() {
        return [this](Presence presence) {
            const std::lock_guard lock(mutex_);
            told_.push_back(presence);
            changed_.notify_all();
        };
    }
    void await(const std::vector<Presence>& expected) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return told_ == expected; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Presence> told_;
};

const std::vector<Sample> some(100, 1000);

// A limit that a test can wait for.
PlayerSettings impatient() {
    return {.patience = 50ms, .linger = 60s, .farewell = 60s, .sound_devices = {}};
}

// Whatever the ring has room for before the player knows that there is no device.
Played play_all(Player& player, Player::Turn turn) {
    const auto played = player.play(some, turn);
    return played == Played::all ? player.drain(turn) : played;
}

TEST(Player, ADeviceIsFoundWhenItIsThereAtTheStart) {
    FakeSound sound;
    Told told;
    const Player player(sound.device(), told.teller(), impatient());
    told.await({Presence::there});
    EXPECT_EQ(player.presence(), Presence::there);
    EXPECT_EQ(sound.times_opened(), 0) << "and not opened before there is something to play";
}

TEST(Player, WithoutADeviceNothingIsPlayedAndNothingTold) {
    FakeSound sound;
    sound.set_present(false);
    Told told;
    Player player(sound.device(), told.teller(), impatient());
    EXPECT_EQ(play_all(player, player.begin_turn()), Played::device_gone);
    EXPECT_EQ(player.presence(), Presence::gone);
    told.await({});
}

TEST(Player, TheDeviceGetsTheSamplesAsTheyAre) {
    FakeSound sound;
    Told told;
    Player player(sound.device(), told.teller(), {.patience = 60s, .linger = 60s});
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
    Player player(sound.device(), told.teller(), {.patience = 60s, .linger = 60s});
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
    Player player(sound.device(), told.teller(), {.patience = 60s, .linger = 60s});
    const auto turn = player.begin_turn();
    auto played = std::async([&] { return player.play(std::vector<Sample>(samples_a_second, 1), turn); });
    sound.await_open();
    player.begin_turn();
    EXPECT_EQ(played.get(), Played::cut_off);
}

TEST(Player, LoudnessChangesWhatIsAlreadyWaiting) {
    FakeSound sound(FakeSound::Takes::by_hand);
    Told told;
    Player player(sound.device(), told.teller(), {.patience = 60s, .linger = 60s});
    EXPECT_EQ(player.play(some, player.begin_turn()), Played::all);
    sound.await_open();
    player.set_gain(0.5F);
    EXPECT_EQ(sound.take(1), std::vector<Sample>(1, 500));
}

TEST(Player, ADeviceWithNothingToPlayIsClosed) {
    FakeSound sound;
    Told told;
    Player player(sound.device(), told.teller(), {.patience = 60s, .linger = 1ms});
    const auto turn = player.begin_turn();
    EXPECT_EQ(player.play(some, turn), Played::all);
    EXPECT_EQ(player.drain(turn), Played::all);
    sound.await_closed();
    EXPECT_EQ(player.presence(), Presence::there);
    EXPECT_EQ(player.play(some, turn), Played::all) << "and opened again";
    EXPECT_EQ(player.drain(turn), Played::all);
    EXPECT_EQ(sound.times_opened(), 2);
}

TEST(Player, ADeviceThatTakesNothingIsGoneAfterALimit) {
    FakeSound sound(FakeSound::Takes::by_hand);
    Told told;
    Player player(sound.device(), told.teller(), impatient());
    const auto turn = player.begin_turn();
    EXPECT_EQ(player.play(std::vector<Sample>(samples_a_second, 1), turn), Played::device_gone);
    told.await({Presence::there, Presence::gone});
    EXPECT_EQ(player.play(some, turn), Played::device_gone) << "and the next does not wait for it";
}

TEST(Player, ADeviceThatBlocksWhileItOpensIsGoneAfterALimit) {
    FakeSound sound;
    Told told;
    Player player(sound.device(), told.teller(), impatient());
    told.await({Presence::there});
    sound.set_blocked(true);
    const auto turn = player.begin_turn();
    EXPECT_EQ(player.play(some, turn), Played::all) << "there is room for it";
    EXPECT_EQ(player.drain(turn), Played::device_gone);
    told.await({Presence::there, Presence::gone});
    sound.set_blocked(false);
}

TEST(Player, ADeviceThatBlockedComesBackWhenDevicesChange) {
    FakeSound sound;
    Told told;
    Player player(sound.device(), told.teller(), impatient());
    told.await({Presence::there});
    sound.set_blocked(true);
    const auto turn = player.begin_turn();
    EXPECT_EQ(player.play(some, turn), Played::all);
    EXPECT_EQ(player.drain(turn), Played::device_gone);
    sound.set_blocked(false);
    player.look_again();
    told.await({Presence::there, Presence::gone, Presence::there});
    EXPECT_EQ(player.play(some, turn), Played::all);
    EXPECT_EQ(player.drain(turn), Played::all);
}

TEST(Player, TheEndDoesNotWaitForADeviceThatBlocks) {
    FakeSound sound;
    Told told;
    {
        auto settings = impatient();
        settings.farewell = 1ms;
        Player player(sound.device(), told.teller(), settings);
        told.await({Presence::there});
        sound.set_blocked(true);
        EXPECT_EQ(player.play(some, player.begin_turn()), Played::all);
    }
    sound.set_blocked(false);  // whose end waits for the abandoned thread
}

TEST(Player, ADevicePulledOutWhilePlayingIsToldAndAnotherOneFound) {
    FakeSound sound;
    Told told;
    Player player(sound.device(), told.teller(), {.patience = 60s, .linger = 60s});
    const auto turn = player.begin_turn();
    EXPECT_EQ(player.play(some, turn), Played::all);
    sound.await_open();
    sound.set_present(false);
    player.look_again();
    told.await({Presence::there, Presence::gone});
    sound.set_present(true);
    player.look_again();
    told.await({Presence::there, Presence::gone, Presence::there});
}

TEST(Player, ADeviceThatComesIsSeenByItsFile) {
    const auto folder = std::filesystem::temp_directory_path() / ("sound" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    FakeSound sound;
    sound.set_present(false);
    Told told;
    {
        Player player(sound.device(), told.teller(), {.sound_devices = folder / "snd"});
        const auto turn = player.begin_turn();
        EXPECT_EQ(play_all(player, turn), Played::device_gone);
        sound.set_present(true);
        std::filesystem::create_directory(folder / "snd");
        told.await({Presence::there});
        sound.set_present(false);
        std::ofstream(folder / "snd" / "pcmC0D0p").put(' ');
        told.await({Presence::there, Presence::gone});
    }
    std::filesystem::remove_all(folder);
}

TEST(Watch, TellsNothingWhileNothingChanges) {
    Watch watch("/nowhere/snd");
    EXPECT_FALSE(watch.changed());
}

}  // namespace
