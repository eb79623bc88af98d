#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace pocketplan::speech {

// words: as a person would read it, numbers digit by digit (spoken_text.h). letters: one by one.
enum class Manner : std::uint8_t { words, letters };

// Something to say. `text` and `language` (a BCP 47 tag of the pack) are only read during say(). `recording`: an Opus
// file of it, which is played in the place of the voice; it stays where it is. Empty: there is none.
struct Utterance {
    int id = 0;  // the caller's, which comes back in reports
    std::string_view text;
    std::string_view language;
    Manner manner = Manner::words;
    std::span<const std::uint8_t> recording = {};
};

// What the UI thread hears of it. Each utterance is reported as finished, also one that is passed over or that the
// device went away from; but not one that was cut off.
struct Report {
    // started, finished: of an utterance. device_came, device_went: of sound altogether; device_came also when another
    // output came, which is used from then on. On a machine without voices no device ever comes.
    enum class Kind : std::uint8_t { started, finished, device_came, device_went };
    Kind kind = Kind::started;
    int id = 0;  // of an utterance, else 0

    bool operator==(const Report&) const = default;
};

inline constexpr int usual_pace = 100;     // percent: 120 to 125 words a minute
inline constexpr float usual_gain = 0.1F;  // 20 dB below all that samples can hold

// Says what it is told, aloud. Used by the UI thread, which never waits for it; the loop makes it, and asks for reports
// when it is woken. Speed and loudness belong to the visit, so that a visit that ends takes them along. Tests have one
// that keeps the words (tests/support/captured_speech.h).
class Speaker {
public:
    Speaker() = default;
    Speaker(const Speaker&) = delete;
    Speaker& operator=(const Speaker&) = delete;
    virtual ~Speaker() = default;

    // One after another; cuts off what is being said. An utterance in a language without a voice is passed over.
    // Without a device nothing is said, and that is no error.
    virtual void say(std::span<const Utterance> utterances) = 0;
    virtual void stop() = 0;
    // A sound that calls somebody to the machine, as loud as that gets whatever the gain; cuts off what is being said,
    // and what is said next waits for it.
    virtual void call() = 0;
    // From the next utterance on: 50 to 200 percent of usual_pace.
    virtual void set_pace(int percent) = 0;
    // At once: what samples of utterances are multiplied by, up to 1.
    virtual void set_gain(float gain) = 0;
    // All since the last call, oldest first. Never blocks.
    virtual std::vector<Report> take_reports() = 0;
};

// espeak-ng through SDL's audio. `wake` is called from other threads when a report is waiting; it must do nothing but
// wake the UI thread.
std::unique_ptr<Speaker> create_speaker(std::function<void()> wake);

}  // namespace pocketplan::speech
