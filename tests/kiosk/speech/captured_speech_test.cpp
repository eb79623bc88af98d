// Tests of visits by ears believe this fake; so it must report as the real one does.

#include "tests/support/captured_speech.h"

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace pocketplan;
using speech::Report;
using Kind = speech::Report::Kind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::array<speech::Utterance, 2> two{{{1, "Call 555-0102", "en"}, {2, "Sí", "es"}}};

TEST(CapturedSpeech, KeepsWhatAVoiceWouldReadAndReportsInOrder) {
    tests::CapturedSpeech speech;
    speech.say(two);
    EXPECT_THAT(speech.take_said(), ElementsAre(tests::CapturedSpeech::Spoken{1, "Call 5 5 5, 0 1 0 2", "en"},
                                                tests::CapturedSpeech::Spoken{2, "Sí", "es"}));
    EXPECT_THAT(speech.take_reports(), ElementsAre(Report{Kind::started, 1}, Report{Kind::finished, 1},
                                                   Report{Kind::started, 2}, Report{Kind::finished, 2}));
}

TEST(CapturedSpeech, WhatIsCutOffIsNeverFinished) {
    tests::CapturedSpeech speech;
    speech.hold();
    speech.say(two);
    EXPECT_THAT(speech.take_reports(), ElementsAre(Report{Kind::started, 1}));
    speech.say({two.data() + 1, 1});
    speech.finish();
    EXPECT_THAT(speech.take_reports(), ElementsAre(Report{Kind::started, 2}, Report{Kind::finished, 2}));
}

TEST(CapturedSpeech, SaysNothingWithoutADevice) {
    tests::CapturedSpeech speech;
    speech.set_available(false);
    EXPECT_THAT(speech.take_reports(), ElementsAre(Report{Kind::device_went}));
    speech.say(two);
    EXPECT_THAT(speech.take_said(), IsEmpty());
    EXPECT_THAT(speech.take_reports(),
                ElementsAre(Report{Kind::started, 1}, Report{Kind::finished, 1}, Report{Kind::finished, 2}));
}

TEST(CapturedSpeech, WhatTheDeviceGoesAwayFromIsFinished) {
    tests::CapturedSpeech speech;
    speech.hold();
    speech.say(two);
    speech.set_available(false);
    EXPECT_THAT(speech.take_reports(), ElementsAre(Report{Kind::started, 1}, Report{Kind::device_went},
                                                   Report{Kind::finished, 1}, Report{Kind::finished, 2}));
}

}  // namespace
