#pragma once

#include <memory>

#include "kiosk/speech/voice.h"

struct sonicStreamStruct;

namespace pocketplan::speech {

// Makes speech slower or faster, pitch period by pitch period, by sonic. espeak-ng's own speed begins at 80 words a
// minute, and some of its voices are not twice as fast at twice the speed.
class Stretch {
public:
    explicit Stretch(int percent);
    Stretch(const Stretch&) = delete;
    Stretch& operator=(const Stretch&) = delete;
    ~Stretch();

    Go pass(Samples samples, const Sink& sink);
    Go finish(const Sink& sink);

private:
    Go read(const Sink& sink);
    void pass_silence();

    struct Destroy {
        void operator()(sonicStreamStruct* stream) const;
    };
    std::unique_ptr<sonicStreamStruct, Destroy> stream_;
};

}  // namespace pocketplan::speech
