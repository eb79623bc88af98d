#include "tests/kiosk/speech/speaker_test.h"

#include <array>

#include "kiosk/speech/tone.h"
#include "tests/support/process.h"

namespace {

using namespace pocketplan::speech;
using pocketplan::tests::eventually;
using pocketplan::tests::FakeSound;
using pocketplan::tests::FakeVoice;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using namespace std::chrono_literals;
using Kind = Report::Kind;

TEST_F(SpeakerTest, UtterancesAreSaidOneAfterAnotherAndReported) {
    start();
    await({Kind::device_came});
    say({{7, "One.", "en"}, {8, "Dos.", "es"}});
    EXPECT_THAT(await({Kind::finished, 8}), ElementsAre(Report{Kind::started, 7}, Report{Kind::finished, 7},
                                                        Report{Kind::started, 8}, Report{Kind::finished, 8}));
    finish();
    EXPECT_THAT(voice_.said, ElementsAre("en-us 100 One.", "es-419 100 Dos."));
}

TEST_F(SpeakerTest, NumbersAreSaidAsDigitsAndLettersOnAsking) {
    start();
    say({{1, "Call (555) 010-2233", "en"}, {2, "Ana", "en", Manner::letters}});
    await({Kind::finished, 2});
    finish();
    EXPECT_THAT(voice_.said, ElementsAre("en-us 100 Call 5 5 5, 0 1 0, 2 2 3 3", "en-us 100 A, n, a"));
}

TEST_F(SpeakerTest, ALanguageWithoutAVoiceIsPassedOverAndReportedAsFinished) {
    start();
    await({Kind::device_came});
    say({{1, "Saluton", "eo"}, {2, "Hello", "en"}, {3, "Adiau", "eo"}});
    EXPECT_THAT(await({Kind::finished, 3}), ElementsAre(Report{Kind::finished, 1}, Report{Kind::started, 2},
                                                        Report{Kind::finished, 2}, Report{Kind::finished, 3}));
    finish();
    EXPECT_THAT(voice_.said, ElementsAre("en-us 100 Hello"));
}

TEST_F(SpeakerTest, AVoiceThatDoesNotLoadIsPassedOverAndTheOthersGoOn) {
    voice_.missing = "es-419";
    start();
    await({Kind::device_came});
    say({{1, std::string(5000, 'a'), "es"}, {2, "Hello", "en"}, {3, "Hola", "es"}});
    EXPECT_THAT(await({Kind::finished, 3}),
                ElementsAre(Report{Kind::started, 1}, Report{Kind::finished, 1}, Report{Kind::started, 2},
                            Report{Kind::finished, 2}, Report{Kind::started, 3}, Report{Kind::finished, 3}));
    finish();
    EXPECT_THAT(voice_.said, ElementsAre("en-us 100 Hello"));
}

TEST_F(SpeakerTest, PaceCountsFromTheNextUtteranceOn) {
    start();
    speaker_->set_pace(80);
    say({{1, "Slow", "en"}});
    await({Kind::finished, 1});
    finish();
    EXPECT_THAT(voice_.said, ElementsAre("en-us 80 Slow"));
}

TEST_F(SpeakerTest, ALongTextIsSaidInPiecesAndReportedOnce) {
    start();
    await({Kind::device_came});
    std::string text;
    for (int i = 0; i < 500; ++i) text += "Word word. ";
    say({{1, text, "en"}});
    EXPECT_THAT(await({Kind::finished, 1}), ElementsAre(Report{Kind::started, 1}, Report{Kind::finished, 1}));
    finish();
    ASSERT_EQ(voice_.said.size(), 3U);
    std::string said;
    for (const auto& piece : voice_.said) said += piece.substr(std::string("en-us 100 ").size());
    EXPECT_EQ(said, text);
}

TEST_F(SpeakerTest, TheVoiceForgetsWhenAllIsSaid) {
    start();
    say({{1, "Maria", "es"}});
    await({Kind::finished, 1});
    EXPECT_TRUE(eventually([&] { return voice_.forgotten > 0; })) << "and not only when the speaker ends";
}

TEST_F(SpeakerTest, ACallIsHeardBeforeTheWordsThatComeWithIt) {
    start();
    await({Kind::device_came});
    speaker_->call();
    say({{1, "Staff", "en"}});
    EXPECT_THAT(await({Kind::finished, 1}), ElementsAre(Report{Kind::started, 1}, Report{Kind::finished, 1}));
    finish();
    EXPECT_THAT(voice_.said, ElementsAre("en-us 100 Staff"));
    EXPECT_GT(sound_.heard().size(), 3U * samples_a_second / 5 / 2) << "three beeps, but for where they cross zero";
}

TEST_F(SpeakerTest, ACallIsAsLoudAsTheToneIsAndTheWordsAfterItAreNot) {
    std::vector<Sample> expected;
    beep([&](Samples samples) {
        expected.insert(expected.end(), samples.begin(), samples.end());
        return Go::on;
    });
    std::erase(expected, Sample{0});  // which are not kept
    const auto tone_size = static_cast<std::ptrdiff_t>(expected.size());
    expected.insert(expected.end(), 20, 2);  // "ab": 97 and 98, quietly
    start();
    speaker_->set_gain(0.025F);
    await({Kind::device_came});
    speaker_->call();
    say({{1, "ab", "en"}});
    await({Kind::finished, 1});
    finish();
    auto heard = sound_.heard();
    ASSERT_GE(heard.size(), expected.size());
    heard.erase(heard.begin(), heard.end() - std::ssize(expected));  // a tone that was cut off by the whole one
    EXPECT_EQ(heard, expected);
    EXPECT_GT(*std::max_element(heard.begin(), heard.begin() + tone_size), 19'000);
}

TEST_F(SpeakerTest, WithoutADeviceSayingIsNoError) {
    sound_.set_outputs({});
    start();
    say({{1, "Hello", "en"}, {2, "there", "en"}});
    await({Kind::finished, 2});
    speaker_->call();
    speaker_->stop();
    sound_.set_outputs({"speakers"});
    EXPECT_THAT(await({Kind::device_came}), ElementsAre(Report{Kind::device_came}));
}

TEST_F(SpeakerTest, AnotherOutputThatComesIsReported) {
    start();
    await({Kind::device_came});
    sound_.set_outputs({"speakers", "headphone"});
    EXPECT_THAT(await({Kind::device_came}), ElementsAre(Report{Kind::device_came}));
}

TEST_F(SpeakerTest, ADeviceThatBlocksEndsSpeechAndIsReported) {
    start(50ms);
    await({Kind::device_came});
    sound_.set_blocked(true);
    say({{1, "Hello", "en"}, {2, "there", "en"}});
    await({Kind::device_went});
    sound_.set_blocked(false);
    sound_.set_outputs({"speakers"});
    await({Kind::device_came});
    say({{3, "Again", "en"}});
    await({Kind::finished, 3});
    finish();
    EXPECT_THAT(voice_.said, ElementsAre("en-us 100 Hello", "en-us 100 Again")) << "what was to follow is dropped";
}

TEST_F(SpeakerTest, OnAMachineWithoutVoicesNoDeviceIsReported) {
    voice_.has_voices = false;
    start();
    speaker_->call();
    while (sound_.heard().empty()) std::this_thread::yield();
    EXPECT_THAT(speaker_->take_reports(), IsEmpty()) << "though there is one, and a call needs no voice";
    say({{1, "Hello", "en"}});
    EXPECT_THAT(await({Kind::finished, 1}), ElementsAre(Report{Kind::started, 1}, Report{Kind::finished, 1}));
}

TEST_F(SpeakerTest, ACallIsHeardAndNotReported) {
    start();
    await({Kind::device_came});
    speaker_->call();
    while (sound_.heard().size() < 5000) std::this_thread::yield();
    say({{1, "Hello", "en"}});
    EXPECT_THAT(await({Kind::finished, 1}), ElementsAre(Report{Kind::started, 1}, Report{Kind::finished, 1}));
}

// With a device whose samples the test takes by hand.
class CutOff : public SpeakerTest {
protected:
    CutOff() { start_by_hand(); }
    void start_by_hand() {
        speaker_ = std::make_unique<ThreadedSpeaker>(
            std::make_unique<FakeVoice>(voice_), by_hand_.device(), [] {},
            PlayerSettings{.patience = 60s, .linger = 60s, .farewell = 60s, .sound_devices = {}});
        speaker_->set_gain(1);
    }
    ~CutOff() override { speaker_.reset(); }
    std::vector<Sample> next_sound() {
        by_hand_.await_open();
        while (true) {
            auto samples = by_hand_.take(4);
            if (samples.back() != 0) return samples;
            std::this_thread::yield();
        }
    }
    FakeSound by_hand_{FakeSound::Takes::by_hand};
};

TEST_F(CutOff, AfterStopNothingOfTheOldIsHeard) {
    say({{1, std::string(2000, 'a'), "en"}});
    EXPECT_EQ(next_sound(), std::vector<Sample>(4, 'a'));
    speaker_->stop();
    EXPECT_EQ(by_hand_.take(30'000), std::vector<Sample>(30'000, 0));
}

TEST_F(CutOff, ANewSentenceIsHeardInsteadOfTheOld) {
    say({{1, std::string(2000, 'a'), "en"}, {2, "aaaa", "en"}});
    next_sound();
    say({{3, std::string(2000, 'b'), "en"}});
    EXPECT_EQ(next_sound(), std::vector<Sample>(4, 'b'));
    const auto reports = speaker_->take_reports();
    EXPECT_EQ(std::count(reports.begin(), reports.end(), Report{Kind::finished, 1}), 0);
}

}  // namespace
