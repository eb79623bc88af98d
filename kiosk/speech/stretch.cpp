#include "kiosk/speech/stretch.h"

#include <array>

#include <sonic.h>

namespace pocketplan::speech {

void Stretch::Destroy::operator()(sonicStreamStruct* stream) const {
    sonicDestroyStream(stream);
}

Stretch::Stretch(int percent) : stream_(sonicCreateStream(samples_a_second, 1)) {
    sonicSetSpeed(stream_.get(), static_cast<float>(percent) / 100);
    pass_silence();
}

// Twice: what the first leaves at the front of sonic's buffer may be shorter than what was left of the words there.
Stretch::~Stretch() {
    pass_silence();
    pass_silence();
}

Go Stretch::pass(Samples samples, const Sink& sink) {
    // sonic does not change what it is given; its interface is older than const.
    sonicWriteShortToStream(stream_.get(), const_cast<Sample*>(samples.data()), static_cast<int>(samples.size()));
    return read(sink);
}

Go Stretch::finish(const Sink& sink) {
    sonicFlushStream(stream_.get());
    return read(sink);
}

// To the end, also where nobody hears it any more: with what is left, silence would need larger buffers, and sonic
// leaves a copy where the smaller ones were.
Go Stretch::read(const Sink& sink) {
    std::array<Sample, 1024> out{};
    Go go = Go::on;
    int count = 0;
    while ((count = sonicReadShortFromStream(stream_.get(), out.data(), static_cast<int>(out.size()))) > 0) {
        if (go == Go::on) go = sink({out.data(), static_cast<std::size_t>(count)});
    }
    return go;
}

// More than is in its buffers at any time. At first it makes them as large as they ever get, so that none is copied
// while it holds a word; at the end it overwrites them.
void Stretch::pass_silence() {
    static const std::array<Sample, 4096> silence{};
    pass(silence, [](Samples) { return Go::on; });
}

}  // namespace pocketplan::speech
