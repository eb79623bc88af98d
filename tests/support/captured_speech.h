#pragma once

#include <string>
#include <utility>
#include <vector>

#include "kiosk/speech/speaker.h"

namespace pocketplan::tests {

// A speaker that keeps what it is told as text, as a voice would read it, for visits by ears in tests. It says
// everything at once, unless the test holds it.
class CapturedSpeech : public speech::Speaker {
public:
    struct Spoken {
        int id;
        std::string text;
        std::string language;
        bool recorded = false;  // there is a recording of it
        bool operator==(const Spoken&) const = default;
    };

    // What was said since the last call.
    std::vector<Spoken> take_said() { return std::exchange(said_, {}); }
    // As if a device came or went.
    void set_available(bool available);
    // Utterances last until the test says finish().
    void hold() { held_ = true; }
    void finish();

    void say(std::span<const speech::Utterance> utterances) override;
    void stop() override { saying_.clear(); }
    void call() override { ++calls; }
    void set_pace(int percent) override { pace = percent; }
    void set_gain(float now) override { gain = now; }
    std::vector<speech::Report> take_reports() override { return std::exchange(reports_, {}); }

    int calls = 0;
    int pace = speech::usual_pace;
    float gain = speech::usual_gain;

private:
    // What nobody can hear.
    void drop();

    bool available_ = true;
    bool held_ = false;
    std::vector<int> saying_;  // ids that are not finished
    std::vector<Spoken> said_;
    std::vector<speech::Report> reports_;
};

}  // namespace pocketplan::tests
