// Texts that a person said, made by opusenc: what comes of them, alone and from the speaker.

#include "kiosk/speech/recording.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <numbers>

#include "tests/kiosk/speech/speaker_test.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace pocketplan::speech;
using namespace std::chrono_literals;
using pocketplan::tests::FakeSound;
using pocketplan::tests::seconds_of;
using testing::ElementsAre;
using testing::IsEmpty;
using Bytes = std::vector<std::uint8_t>;
using Kind = Report::Kind;

constexpr int pitch = 440;          // Hz
constexpr int rate = 22'050;        // of the wave that is encoded
constexpr std::uint32_t beats = 2;  // seconds

template <class T>
void write_number(std::ostream& out, T number) {
    out.write(reinterpret_cast<const char*>(&number), sizeof number);
}

// A tone, as a WAV file of 16 bits and one channel.
void write_wave(const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary);
    constexpr std::uint32_t bytes = beats * rate * 2;
    out << "RIFF";
    write_number<std::uint32_t>(out, 36 + bytes);
    out << "WAVEfmt ";
    write_number<std::uint32_t>(out, 16);
    write_number<std::uint16_t>(out, 1);  // PCM
    write_number<std::uint16_t>(out, 1);
    write_number<std::uint32_t>(out, rate);
    write_number<std::uint32_t>(out, rate * 2);
    write_number<std::uint16_t>(out, 2);
    write_number<std::uint16_t>(out, 16);
    out << "data";
    write_number<std::uint32_t>(out, bytes);
    for (std::uint32_t at = 0; at < beats * rate; ++at) {
        write_number(out, static_cast<std::int16_t>(8000 * std::sin(2 * std::numbers::pi * pitch * at / rate)));
    }
}

const Bytes& tone() {
    static const Bytes made = [] {
        const pocketplan::tests::TemporaryFolder folder("recording_test");
        const auto wave = folder.path() / "tone.wav";
        const auto opus = folder.path() / "tone.opus";
        write_wave(wave);
        EXPECT_EQ(pocketplan::tests::run({"opusenc", "--quiet", wave.string(), opus.string()}).status, 0);
        std::ifstream in(opus, std::ios::binary);
        return Bytes(std::istreambuf_iterator<char>(in), {});
    }();
    return made;
}

std::vector<Sample> samples_of(const Bytes& opus, int percent, Recorded expected = Recorded::ended) {
    std::vector<Sample> all;
    EXPECT_EQ(play_recording(opus, percent,
                             [&](Samples samples) {
                                 all.insert(all.end(), samples.begin(), samples.end());
                                 return Go::on;
                             }),
              expected);
    return all;
}

// How often the wave goes up through zero.
double waves(const std::vector<Sample>& samples) {
    int ups = 0;
    for (std::size_t at = 1; at < samples.size(); ++at) ups += samples[at - 1] < 0 && samples[at] >= 0 ? 1 : 0;
    return ups;
}

bool is_loud(const std::vector<Sample>& samples) {
    return std::any_of(samples.begin(), samples.end(), [](Sample sample) { return sample > 4000; });
}

Bytes damaged(std::size_t from) {
    Bytes bytes = tone();
    for (std::size_t at = from; at < bytes.size(); ++at) bytes[at] = static_cast<std::uint8_t>(bytes[at] ^ 0x55U);
    return bytes;
}

TEST(RecordingTest, ComesOutAsItWasRecorded) {
    const auto samples = samples_of(tone(), 100);
    EXPECT_NEAR(seconds_of(samples), beats, 0.05);
    EXPECT_NEAR(waves(samples) / seconds_of(samples), pitch, 5);
    EXPECT_TRUE(is_loud(samples));
}

TEST(RecordingTest, IsFasterAndSlowerAtTheSamePitch) {
    for (const int percent : {50, 200}) {
        const auto samples = samples_of(tone(), percent);
        EXPECT_NEAR(seconds_of(samples), beats * 100.0 / percent, 0.1) << percent;
        EXPECT_NEAR(waves(samples) / seconds_of(samples), pitch, 15) << percent;
    }
}

TEST(RecordingTest, StopsWhereNoMoreIsWanted) {
    int pieces = 0;
    const auto recorded = play_recording(tone(), 100, [&](Samples) {
        ++pieces;
        return Go::no_further;
    });
    EXPECT_EQ(recorded, Recorded::ended);
    EXPECT_EQ(pieces, 1);
}

TEST(RecordingTest, WhatIsNoOpusFileIsDamaged) {
    EXPECT_THAT(samples_of({}, 100, Recorded::damaged), IsEmpty());
    EXPECT_THAT(samples_of(Bytes(5000, 'x'), 100, Recorded::damaged), IsEmpty());
    EXPECT_THAT(samples_of(damaged(20), 125, Recorded::damaged), IsEmpty());
}

class RecordedSpeech : public SpeakerTest {
protected:
    explicit RecordedSpeech(FakeSound::Takes takes = FakeSound::Takes::by_itself) : SpeakerTest(takes) {
        start();
        speaker_->set_gain(1);
    }
    ~RecordedSpeech() override { finish(); }

    static Utterance recorded(int id, const Bytes& opus, std::string_view language = "en") {
        return {id, "Said by a person.", language, Manner::words, opus};
    }
};

TEST_F(RecordedSpeech, IsHeardWhereItExistsAndTheVoiceElsewhere) {
    await({Kind::device_came});
    say({recorded(1, tone()), {2, "By the voice.", "en"}});
    EXPECT_THAT(await({Kind::finished, 2}), ElementsAre(Report{Kind::started, 1}, Report{Kind::finished, 1},
                                                        Report{Kind::started, 2}, Report{Kind::finished, 2}));
    speaker_.reset();
    EXPECT_THAT(voice_.said, ElementsAre("en-us 100 By the voice."));
    EXPECT_TRUE(is_loud(sound_.heard())) << "the voice of this test is as quiet as its letters";
    EXPECT_GT(seconds_of(sound_.heard()), 1.8);
}

TEST_F(RecordedSpeech, NeedsNoVoiceForItsLanguage) {
    await({Kind::device_came});
    say({recorded(1, tone(), "eo")});
    await({Kind::finished, 1});
    EXPECT_TRUE(is_loud(sound_.heard()));
    const Bytes none = damaged(20);
    say({recorded(2, none, "eo"), {3, "Hello", "en"}});
    EXPECT_THAT(await({Kind::finished, 3}), ElementsAre(Report{Kind::started, 2}, Report{Kind::finished, 2},
                                                        Report{Kind::started, 3}, Report{Kind::finished, 3}))
        << "where it is damaged, one text is missing, and no more";
}

TEST_F(RecordedSpeech, TheVoiceSaysWhatIsDamaged) {
    await({Kind::device_came});
    const Bytes bad = damaged(20);
    say({recorded(1, bad)});
    EXPECT_THAT(await({Kind::finished, 1}), ElementsAre(Report{Kind::started, 1}, Report{Kind::finished, 1}));
    speaker_.reset();
    EXPECT_THAT(voice_.said, ElementsAre("en-us 100 Said by a person."));
}

class RecordedSpeechByHand : public RecordedSpeech {
protected:
    RecordedSpeechByHand() : RecordedSpeech(FakeSound::Takes::by_hand) {}
};

TEST_F(RecordedSpeechByHand, IsCutOffByANewSentence) {
    say({recorded(1, tone())});
    sound_.await_open();
    while (!is_loud(sound_.take(64))) std::this_thread::yield();
    say({{2, std::string(2000, 'b'), "en"}});
    while (sound_.take(4) != std::vector<Sample>(4, 'b')) std::this_thread::yield();
    EXPECT_FALSE(is_loud(sound_.take(samples_a_second)));
}

}  // namespace
