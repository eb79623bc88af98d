#include "kiosk/speech/sdl_device.h"

#include <utility>

#include <SDL.h>

namespace pocketplan::speech {
namespace {

// SDL hands over blocks of this many samples: 23 ms, so that a new sentence cuts off the old one at once.
constexpr int block = 512;

class SdlDevice : public Device {
public:
    ~SdlDevice() override {
        close();
        SDL_TLSCleanup();  // SDL's last error, which it keeps for each thread and frees only for its own
    }

    bool find() override {
        if (SDL_AudioInit(nullptr) != 0) return false;
        const bool found = SDL_GetNumAudioDevices(0) != 0;  // -1: some, and no list of them
        SDL_AudioQuit();
        return found;
    }

    bool open(Source source) override {
        source_ = std::move(source);
        if (SDL_AudioInit(nullptr) != 0) return false;
        SDL_AudioSpec wanted{};
        wanted.freq = samples_a_second;
        wanted.format = AUDIO_S16SYS;
        wanted.channels = 1;
        wanted.samples = block;
        wanted.callback = fill;
        wanted.userdata = &source_;
        device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
        if (device_ == 0) {
            SDL_AudioQuit();
            return false;
        }
        SDL_PauseAudioDevice(device_, 0);
        return true;
    }

    void close() override {
        if (device_ == 0) return;
        SDL_CloseAudioDevice(std::exchange(device_, 0));
        SDL_AudioQuit();
    }

    bool is_there() override { return SDL_GetAudioDeviceStatus(device_) == SDL_AUDIO_PLAYING; }

private:
    static void SDLCALL fill(void* source, Uint8* bytes, int count) {
        const auto samples = static_cast<std::size_t>(count) / sizeof(Sample);
        (*static_cast<Source*>(source))({reinterpret_cast<Sample*>(bytes), samples});
    }

    Source source_;
    SDL_AudioDeviceID device_ = 0;
};

}  // namespace

std::unique_ptr<Device> create_sdl_device() {
    return std::make_unique<SdlDevice>();
}

}  // namespace pocketplan::speech
