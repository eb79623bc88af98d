#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "kiosk/speech/ring.h"

namespace pocketplan::speech {

// Takes samples as they are made, and says whether to go on.
enum class Go : std::uint8_t { on, no_further };
using Sink = std::function<Go(Samples)>;

// ended: all was said, or the sink wanted no more. no_voice: this machine has no voice by that name, or no voices.
enum class Said : std::uint8_t { ended, no_voice };

// Makes samples of text. Used by one thread; what it keeps of a text is a seam (docs/PRIVACY.md).
class Voice {
public:
    Voice() = default;
    Voice(const Voice&) = delete;
    Voice& operator=(const Voice&) = delete;
    virtual ~Voice() = default;

    // Whether this machine has voices at all.
    virtual bool load() = 0;
    // `text` is UTF-8 that ends with a zero, `voice` a name of languages.h, `percent` of the usual speed. Returns when
    // `sink` has had everything.
    virtual Said say(const char* text, const char* voice, int percent, const Sink& sink) = 0;
    // Overwrites what is kept of the last text, as far as it can.
    virtual void forget() = 0;
};

// espeak-ng, of which a process has only one.
std::unique_ptr<Voice> create_espeak_voice();

}  // namespace pocketplan::speech
