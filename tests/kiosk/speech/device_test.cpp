// SDL's audio as it is: its driver that writes to a file, and no driver at all.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>

#include "kiosk/speech/player.h"
#include "kiosk/speech/sdl_device.h"
#include "kiosk/speech/threaded_speaker.h"
#include "tests/kiosk/speech/fake_sound.h"

namespace {

using namespace pocketplan::speech;
using namespace std::chrono_literals;

class SdlDeviceTest : public ::testing::Test {
protected:
    SdlDeviceTest() {
        setenv("SDL_AUDIODRIVER", "disk", 1);
        setenv("SDL_DISKAUDIOFILE", file_.c_str(), 1);
        setenv("SDL_DISKAUDIODELAY", "1", 1);
    }
    ~SdlDeviceTest() override {
        for (const auto* name : {"SDL_AUDIODRIVER", "SDL_DISKAUDIOFILE", "SDL_DISKAUDIODELAY"}) unsetenv(name);
        std::filesystem::remove(file_);
    }
    // Without silence: a busy machine may have had to wait for the voice.
    [[nodiscard]] std::vector<Sample> written() const {
        std::ifstream in(file_, std::ios::binary);
        std::vector<Sample> samples(std::filesystem::file_size(file_) / sizeof(Sample));
        in.read(reinterpret_cast<char*>(samples.data()), static_cast<std::streamsize>(samples.size() * sizeof(Sample)));
        std::erase(samples, Sample{0});
        return samples;
    }

    std::filesystem::path file_ = std::filesystem::temp_directory_path() / ("sound" + std::to_string(getpid()));
};

void await_report(Speaker& speaker, const Report& expected) {
    for (bool there = false; !there; std::this_thread::yield()) {
        const auto reports = speaker.take_reports();
        there = std::find(reports.begin(), reports.end(), expected) != reports.end();
    }
}

// espeak-ng's, with a copy of its samples.
class RecordedVoice : public Voice {
public:
    explicit RecordedVoice(std::vector<Sample>& record) : record_(record) {}
    bool load() override { return espeak_->load(); }
    Said say(const char* text, const char* voice, int percent, const Sink& sink) override {
        return espeak_->say(text, voice, percent, [&](Samples samples) {
            record_.insert(record_.end(), samples.begin(), samples.end());
            return sink(samples);
        });
    }
    void forget() override { espeak_->forget(); }

private:
    std::unique_ptr<Voice> espeak_ = create_espeak_voice();
    std::vector<Sample>& record_;
};

TEST_F(SdlDeviceTest, WhatTheVoiceSaysIsWhatTheDevicePlays) {
    std::vector<Sample> said;
    {
        ThreadedSpeaker speaker(std::make_unique<RecordedVoice>(said), create_sdl_device(), [] {},
                                {.sound_devices = {}});
        speaker.set_gain(1);
        const std::array<Utterance, 1> utterances{{{1, "Take your papers.", "en"}}};
        speaker.say(utterances);
        await_report(speaker, {Report::Kind::finished, 1});
    }
    ASSERT_GT(said.size(), 10'000U);
    std::erase(said, Sample{0});
    EXPECT_EQ(written(), said);
}

TEST_F(SdlDeviceTest, AMachineWithoutADriverHasNoDevice) {
    setenv("SDL_AUDIODRIVER", "none-by-that-name", 1);
    const auto device = create_sdl_device();
    EXPECT_TRUE(device->find().empty());
    EXPECT_FALSE(device->open({}, [](std::span<Sample>) {}));
}

TEST_F(SdlDeviceTest, ADeviceThatDoesNotOpenIsNoErrorAndGone) {
    setenv("SDL_DISKAUDIOFILE", "/nowhere/sound", 1);
    pocketplan::tests::Told told;
    Player player(create_sdl_device(), told.teller(), {.patience = 60s});
    const auto turn = player.begin_turn();
    const std::vector<Sample> sound(100, 1000);
    EXPECT_EQ(player.play(sound, turn), Played::all);
    EXPECT_EQ(player.drain(turn), Played::device_gone);
    told.await({Presence::there, Presence::gone});
}

void play_silence(std::span<Sample> out) {
    std::fill(out.begin(), out.end(), Sample{0});
}

TEST_F(SdlDeviceTest, ItCanBeOpenedAgain) {
    const auto device = create_sdl_device();
    EXPECT_FALSE(device->find().empty());
    for (int i = 0; i < 2; ++i) {
        ASSERT_TRUE(device->open({}, play_silence));
        EXPECT_TRUE(device->is_there());
        device->close();
    }
}

TEST_F(SdlDeviceTest, AnOutputIsOpenedByTheNameThatItWasFoundBy) {
    setenv("SDL_AUDIODRIVER", "dummy", 1);  // the other one opens a file by any name
    const auto device = create_sdl_device();
    const auto names = device->find();
    ASSERT_EQ(names.size(), 1U);
    EXPECT_FALSE(device->open(names.front() + " two", play_silence));
    EXPECT_TRUE(device->open(names.front(), play_silence));
}

}  // namespace
