#include "kiosk/speech/recording.h"

#include <array>
#include <memory>

#include <SDL_audio.h>
#include <opusfile.h>

#include "kiosk/speech/stretch.h"

namespace pocketplan::speech {
namespace {

constexpr int opus_rate = 48'000;  // samples a second: what libopusfile decodes to, whatever was recorded
constexpr int opus_channels = 2;
constexpr std::size_t longest_packet = std::size_t{opus_rate} / 1000 * 120 * opus_channels;  // 120 ms

struct CloseFile {
    void operator()(OggOpusFile* file) const { op_free(file); }
};
struct FreeStream {
    void operator()(SDL_AudioStream* stream) const { SDL_FreeAudioStream(stream); }
};

// From stereo at Opus's rate to one channel at ours. SDL's converter needs no device, and not even SDL_Init.
class Converter {
public:
    Converter()
        : stream_(SDL_NewAudioStream(AUDIO_S16SYS, opus_channels, opus_rate, AUDIO_S16SYS, 1, samples_a_second)) {}
    [[nodiscard]] bool works() const { return stream_ != nullptr; }

    Go pass(std::span<const opus_int16> samples, const Sink& sink) {
        SDL_AudioStreamPut(stream_.get(), samples.data(), static_cast<int>(samples.size_bytes()));
        return read(sink);
    }
    Go finish(const Sink& sink) {
        SDL_AudioStreamFlush(stream_.get());
        return read(sink);
    }

private:
    Go read(const Sink& sink) {
        std::array<Sample, 1024> out{};
        int bytes = 0;
        while ((bytes = SDL_AudioStreamGet(stream_.get(), out.data(), sizeof out)) > 0) {
            const Samples samples(out.data(), static_cast<std::size_t>(bytes) / sizeof(Sample));
            if (sink(samples) == Go::no_further) return Go::no_further;
        }
        return Go::on;
    }

    std::unique_ptr<SDL_AudioStream, FreeStream> stream_;
};

Recorded decode(OggOpusFile& file, const Sink& sink) {
    Converter converter;
    if (!converter.works()) return Recorded::damaged;
    std::array<opus_int16, longest_packet> stereo{};
    while (true) {
        const int count = op_read_stereo(&file, stereo.data(), static_cast<int>(stereo.size()));
        if (count < 0) return Recorded::damaged;
        if (count == 0) break;
        const std::span<const opus_int16> read(stereo.data(), static_cast<std::size_t>(count) * opus_channels);
        if (converter.pass(read, sink) == Go::no_further) return Recorded::ended;
    }
    converter.finish(sink);
    return Recorded::ended;
}

}  // namespace

Recorded play_recording(std::span<const std::uint8_t> opus, int percent, const Sink& sink) {
    const std::unique_ptr<OggOpusFile, CloseFile> file(op_open_memory(opus.data(), opus.size(), nullptr));
    if (!file) return Recorded::damaged;
    if (percent == 100) return decode(*file, sink);
    Stretch stretch(percent);
    bool wanted = true;
    const Sink stretched = [&](Samples samples) {
        const Go go = stretch.pass(samples, sink);
        wanted = go == Go::on;
        return go;
    };
    const auto recorded = decode(*file, stretched);
    if (recorded == Recorded::ended && wanted) stretch.finish(sink);
    return recorded;
}

}  // namespace pocketplan::speech
