#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/speech/threaded_speaker.h"
#include "tests/kiosk/speech/fake_sound.h"

namespace pocketplan::speech {

// A speaker with a voice and a sound that are made up, and what it reports.
class SpeakerTest : public testing::Test {
protected:
    static constexpr std::chrono::seconds long_enough{60};  // for whatever the test waits for

    explicit SpeakerTest(tests::FakeSound::Takes takes = tests::FakeSound::Takes::by_itself) : sound_(takes) {}
    void start(std::chrono::milliseconds patience = long_enough) {
        speaker_ = std::make_unique<ThreadedSpeaker>(
            std::make_unique<tests::FakeVoice>(voice_), sound_.device(),
            [this] {
                const std::lock_guard lock(mutex_);
                woken_ = true;
                changed_.notify_all();
            },
            PlayerSettings{.patience = patience,
                           .linger = long_enough,
                           .farewell = long_enough,
                           .sound_devices = sound_.folder()});
    }
    // Takes reports until this one comes; returns all since the last call.
    std::vector<Report> await(const Report& expected) {
        std::vector<Report> reports;
        while (std::find(reports.begin(), reports.end(), expected) == reports.end()) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return std::exchange(woken_, false); });
            lock.unlock();
            for (const auto& report : speaker_->take_reports()) reports.push_back(report);
        }
        return reports;
    }
    void say(std::initializer_list<Utterance> utterances) { speaker_->say({utterances.begin(), utterances.size()}); }
    // The speaker is gone afterwards, so that its thread's work can be looked at.
    void finish() { speaker_.reset(); }

    tests::FakeSound sound_;
    tests::FakeVoice::Memory voice_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool woken_ = false;
    std::unique_ptr<ThreadedSpeaker> speaker_;
};

}  // namespace pocketplan::speech
