#include <array>
#include <cstring>
#include <string>
#include <type_traits>
#include <utility>

#include <espeak-ng/espeak_ng.h>
#include <sonic.h>

#include "kiosk/speech/voice.h"

namespace pocketplan::speech {
namespace {

constexpr int piece_milliseconds = 50;  // of samples that espeak-ng hands over at once
// What espeak-ng calls words a minute is a little less than a listener counts in English.
constexpr int usual_rate = 111;
constexpr std::size_t longest_clause = 1000;  // bytes; espeak-ng ends one at 800 (N_TR_SOURCE in its source)

// Makes speech slower or faster, pitch period by pitch period. espeak-ng's own speed begins at 80 words a minute, and
// some of its voices are not twice as fast at twice the speed.
class Stretch {
public:
    explicit Stretch(int percent) : stream_(sonicCreateStream(samples_a_second, 1)) {
        sonicSetSpeed(stream_.get(), static_cast<float>(percent) / 100);
        pass_silence();
    }
    Stretch(const Stretch&) = delete;
    Stretch& operator=(const Stretch&) = delete;
    ~Stretch() { pass_silence(); }

    Go pass(Samples samples, const Sink& sink) {
        // sonic does not change what it is given; its interface is older than const.
        sonicWriteShortToStream(stream_.get(), const_cast<Sample*>(samples.data()), static_cast<int>(samples.size()));
        return read(sink);
    }
    Go finish(const Sink& sink) {
        sonicFlushStream(stream_.get());
        return read(sink);
    }

private:
    Go read(const Sink& sink) {
        std::array<Sample, 1024> out{};
        int count = 0;
        while ((count = sonicReadShortFromStream(stream_.get(), out.data(), static_cast<int>(out.size()))) > 0) {
            if (sink({out.data(), static_cast<std::size_t>(count)}) == Go::no_further) return Go::no_further;
        }
        return Go::on;
    }

    // More than is in its buffers at any time. At first it makes them as large as they ever get, so that none is copied
    // while it holds a word; at the end it overwrites them.
    void pass_silence() {
        static const std::array<Sample, 4096> silence{};
        pass(silence, [](Samples) { return Go::on; });
    }

    struct Destroy {
        void operator()(sonicStream stream) const { sonicDestroyStream(stream); }
    };
    std::unique_ptr<std::remove_pointer_t<sonicStream>, Destroy> stream_;
};

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
    // Once for the process, and never undone: espeak-ng can wait for ever for its own thread when it ends.
    static bool load() {
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
