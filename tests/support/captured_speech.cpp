#include "tests/support/captured_speech.h"

#include "kiosk/speech/spoken_text.h"

namespace pocketplan::tests {

using Kind = speech::Report::Kind;

void CapturedSpeech::set_available(bool available) {
    if (std::exchange(available_, available) == available) return;
    reports_.push_back({available ? Kind::device_came : Kind::device_went});
    if (!available_) drop();
}

void CapturedSpeech::drop() {
    for (const int id : std::exchange(saying_, {})) reports_.push_back({Kind::finished, id});
}

void CapturedSpeech::say(std::span<const speech::Utterance> utterances) {
    reports_.clear();
    saying_.clear();
    for (const auto& utterance : utterances) {
        saying_.push_back(utterance.id);
        if (!available_) continue;
        const auto text = utterance.manner == speech::Manner::words ? speech::spoken_text(utterance.text)
                                                                    : speech::spelled_text(utterance.text);
        said_.push_back({utterance.id, std::string(speech::view(text)), std::string(utterance.language),
                         !utterance.recording.empty()});
    }
    if (!saying_.empty()) reports_.push_back({Kind::started, saying_.front()});
    if (!available_) drop();
    while (!held_ && !saying_.empty()) finish();
}

void CapturedSpeech::finish() {
    if (saying_.empty()) return;
    reports_.push_back({Kind::finished, saying_.front()});
    saying_.erase(saying_.begin());
    if (!saying_.empty()) reports_.push_back({Kind::started, saying_.front()});
}

}  // namespace pocketplan::tests
