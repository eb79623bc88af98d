// How long somebody who touches a speaker waits for the first sound, and what speech costs in memory. A peer:
// espeak-ng's own program.

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <fstream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <benchmark/benchmark.h>
#include <stdlib.h>

#include "kiosk/speech/sdl_device.h"
#include "kiosk/speech/threaded_speaker.h"

namespace {

using namespace pocketplan::speech;

constexpr std::array<std::array<const char*, 3>, 14> sentences{{
    {"en", "en-us", "What would you like to do?"},
    {"es", "es-419", "¿Qué le gustaría hacer?"},
    {"pt-BR", "pt-br", "O que você gostaria de fazer?"},
    {"ht", "ht", "Kisa ou ta renmen fè?"},
    {"zh-Hans", "cmn-latn-pinyin", "您想做什么？"},
    {"pa", "pa", "ਤੁਸੀਂ ਕੀ ਕਰਨਾ ਚਾਹੋਗੇ?"},
    {"ru", "ru", "Что вы хотите сделать?"},
    {"ar", "ar", "ماذا تريد أن تفعل؟"},
    {"fr", "fr", "Que voulez-vous faire ?"},
    {"tr", "tr", "Ne yapmak istersiniz?"},
    {"hi", "hi", "आप क्या करना चाहेंगे?"},
    {"bn", "bn", "আপনি কী করতে চান?"},
    {"vi", "vi-vn-x-south", "Bạn muốn làm gì?"},
    {"fa-AF", "fa", "شما چه می‌خواهید بکنید؟"},
}};

// Notes when the device is first given a sound.
class FirstSound : public Device {
public:
    std::vector<std::string> find() override { return sdl_->find(); }
    bool is_there() override { return sdl_->is_there(); }
    void close() override { sdl_->close(); }
    bool open(const std::string& output, Source source) override {
        return sdl_->open(output, [source = std::move(source)](std::span<Sample> out) {
            source(out);
            if (std::any_of(out.begin(), out.end(), [](Sample sample) { return sample != 0; })) notice();
        });
    }
    // Of what is said from now on.
    static void expect() {
        const std::lock_guard lock(mutex);
        heard = false;
    }
    static void await() {
        std::unique_lock lock(mutex);
        changed.wait(lock, [] { return std::exchange(heard, false); });
    }

private:
    static void notice() {
        const std::lock_guard lock(mutex);
        heard = true;
        changed.notify_all();
    }

    static inline std::mutex mutex;
    static inline std::condition_variable changed;
    static inline bool heard = false;
    std::unique_ptr<Device> sdl_ = create_sdl_device();
};

// Which is what it reports first.
void await_device(Speaker& speaker) {
    while (speaker.take_reports().empty()) std::this_thread::yield();
}

void say_and_hear(ThreadedSpeaker& speaker, const std::array<const char*, 3>& sentence) {
    const std::array<Utterance, 1> utterances{{{1, sentence[2], sentence[0]}}};
    speaker.stop();
    FirstSound::expect();
    speaker.say(utterances);
    FirstSound::await();
}

// SDL's dummy driver takes samples as a real one does, in time. Each iteration opens the device.
void TouchToFirstSound(benchmark::State& state) {
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    const auto& sentence = sentences.at(static_cast<std::size_t>(state.range(0)));
    state.SetLabel(sentence[0]);
    for (auto _ : state) {
        state.PauseTiming();
        auto speaker = std::make_unique<ThreadedSpeaker>(create_espeak_voice(), std::make_unique<FirstSound>(), [] {});
        await_device(*speaker);
        state.ResumeTiming();
        say_and_hear(*speaker, sentence);
        state.PauseTiming();
        speaker.reset();
        state.ResumeTiming();
    }
}
// The first of all: espeak-ng was loaded, but none of its voices.
BENCHMARK(TouchToFirstSound)
    ->Name("FirstTouchToFirstSound")
    ->Arg(0)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(TouchToFirstSound)->DenseRange(0, 13)->Iterations(10)->Unit(benchmark::kMillisecond)->UseRealTime();

// The peer: espeak-ng's program, from its start to its first sound.
void EspeakNgToFirstSound(benchmark::State& state) {
    const auto& sentence = sentences.at(static_cast<std::size_t>(state.range(0)));
    state.SetLabel(sentence[0]);
    const std::string call = std::string("espeak-ng -v ") + sentence[1] + " -s 118 --stdout '" + sentence[2] + "'";
    constexpr int header = 44;  // bytes of a WAV file
    for (auto _ : state) {
        std::FILE* const wave = popen(call.c_str(), "r");
        int bytes = 0;
        while (std::fgetc(wave) == 0 || bytes < header) ++bytes;
        state.PauseTiming();
        while (std::fgetc(wave) != EOF) {
        }
        pclose(wave);
        state.ResumeTiming();
    }
}
BENCHMARK(EspeakNgToFirstSound)->DenseRange(0, 13)->Iterations(10)->Unit(benchmark::kMillisecond)->UseRealTime();

// PSS of this program, in kilobytes.
double proportional_size() {
    std::ifstream rollup("/proc/self/smaps_rollup");
    for (std::string word; rollup >> word;) {
        double kilobytes = 0;
        if (word == "Pss:" && rollup >> kilobytes) return kilobytes;
    }
    return 0;
}

// What a speaker adds that has said something in each language. Only right if it is the first: --benchmark_filter.
void SpeechInMemory(benchmark::State& state) {
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    for (auto _ : state) {
        const double before = proportional_size();
        ThreadedSpeaker speaker(create_espeak_voice(), std::make_unique<FirstSound>(), [] {});
        await_device(speaker);
        for (const auto& sentence : sentences) say_and_hear(speaker, sentence);
        state.counters["kB"] = proportional_size() - before;
        state.counters["kB_in_all"] = proportional_size();
    }
}
BENCHMARK(SpeechInMemory)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
