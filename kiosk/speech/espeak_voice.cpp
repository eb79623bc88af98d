#include <cstring>
#include <string>
#include <utility>

#include <espeak-ng/espeak_ng.h>

#include "kiosk/speech/stretch.h"
#include "kiosk/speech/voice.h"

namespace pocketplan::speech {
namespace {

constexpr int piece_milliseconds = 50;  // of samples that espeak-ng hands over at once
// What espeak-ng calls words a minute is a little less than a listener counts in English.
constexpr int usual_rate = 111;
constexpr std::size_t longest_clause = 1000;  // bytes; espeak-ng ends one at 800 (N_TR_SOURCE in its source)

struct Listener {
    const Sink* sink;
    Stretch* stretch;  // null: none is needed
    bool ended = false;
};

int hear(short* samples, int count, espeak_EVENT* events) {
    auto* const listener = static_cast<Listener*>(events->user_data);
    if (samples == nullptr || count <= 0) return 0;
    const Samples heard(samples, static_cast<std::size_t>(count));
    const Go go =
        listener->stretch == nullptr ? (*listener->sink)(heard) : listener->stretch->pass(heard, *listener->sink);
    listener->ended = go == Go::no_further;
    return listener->ended ? 1 : 0;
}

class EspeakVoice : public Voice {
public:
    // Once for the process, and never undone: espeak-ng can wait for ever for its own thread when it ends.
    bool load() override {
        static const bool loaded = [] {
            espeak_ng_InitializePath(nullptr);
            const bool ready =
                espeak_ng_Initialize(nullptr) == ENS_OK &&
                espeak_ng_InitializeOutput(ENOUTPUT_MODE_SYNCHRONOUS, piece_milliseconds, nullptr) == ENS_OK;
            if (ready) espeak_SetSynthCallback(hear);
            return ready && espeak_ng_GetSampleRate() == samples_a_second;
        }();
        return loaded;
    }

    Said say(const char* text, const char* voice, int percent, const Sink& sink) override {
        if (!load() || !select(voice)) return Said::no_voice;
        said_ = true;
        if (percent == 100) {
            Listener listener{&sink, nullptr};
            synthesize(text, &listener);
            return Said::ended;
        }
        Stretch stretch(percent);
        Listener listener{&sink, &stretch};
        synthesize(text, &listener);
        if (!listener.ended) stretch.finish(sink);
        return Said::ended;
    }

    // A neutral clause, as long as any that espeak-ng reads at once, takes the place of the visitor's in its buffers.
    // That is done when its first samples are made; there is no need to make more.
    void forget() override {
        if (!std::exchange(said_, false)) return;
        std::string clause;
        while (clause.size() < longest_clause) clause += "seven ";
        int pieces = 0;
        const Sink few = [&](Samples) { return ++pieces < 4 ? Go::on : Go::no_further; };
        Listener listener{&few, nullptr};
        synthesize(clause.c_str(), &listener);
    }

private:
    // By name each time: loading a voice that is loaded costs next to nothing. What a rate means hangs on the voice, so
    // it is set after that.
    static bool select(const char* voice) {
        return espeak_ng_SetVoiceByName(voice) == ENS_OK && espeak_ng_SetParameter(espeakRATE, usual_rate, 0) == ENS_OK;
    }

    static void synthesize(const char* text, Listener* listener) {
        espeak_ng_Synthesize(text, std::strlen(text) + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8 | espeakENDPAUSE,
                             nullptr, listener);
    }

    bool said_ = false;
};

}  // namespace

std::unique_ptr<Voice> create_espeak_voice() {
    return std::make_unique<EspeakVoice>();
}

}  // namespace pocketplan::speech
