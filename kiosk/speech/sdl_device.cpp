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

    // SDL looks for devices when it is initialised, and later only every few seconds.
    std::vector<std::string> find() override {
        std::vector<std::string> names;
        if (SDL_AudioInit(nullptr) != 0) return names;
        const int count = SDL_GetNumAudioDevices(0);
        if (count < 0) names.emplace_back();
        for (int i = 0; i < count; ++i) {
            const char* const name = SDL_GetAudioDeviceName(i, 0);
            names.emplace_back(name == nullptr ? "" : name);
        }
        SDL_AudioQuit();
        return names;
    }

    bool open(const std::string& output, Source source) override {
        source_ = std::move(source);
        if (SDL_AudioInit(nullptr) != 0) return false;
        SDL_AudioSpec wanted{};
        wanted.freq = samples_a_second;
        wanted.format = AUDIO_S16SYS;
        wanted.channels = 1;
        wanted.samples = block;
        wanted.callback = fill;
        wanted.userdata = &source_;
        device_ = SDL_OpenAudioDevice(output.empty() ? nullptr : output.c_str(), 0, &wanted, nullptr, 0);
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
