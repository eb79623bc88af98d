// How long it takes from the start of the kiosk to its first screen, as seen from outside; and what a kiosk that rests
// costs. Beside it, in the same run, a window of the same library in which nothing is drawn.

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <benchmark/benchmark.h>
#include <unistd.h>

#include "kiosk/papers/installed.h"
#include "tests/e2e/holdings.h"
#include "tests/support/process.h"
#include "tests/support/real_screen.h"

namespace {

using namespace pocketplan;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int rounds = 21;
constexpr std::chrono::microseconds glance(500);

// Watches one pixel of an X display; our ground there means that the first screen is painted.
class Pixel {
public:
    explicit Pixel(const std::string& display) : display_(XOpenDisplay(display.c_str())) {}
    ~Pixel() { XCloseDisplay(display_); }
    Pixel(const Pixel&) = delete;
    Pixel& operator=(const Pixel&) = delete;
    void await_painted() const {
        while (!is_painted()) std::this_thread::sleep_for(glance);
    }
    void await_gone() const {
        while (is_painted()) std::this_thread::sleep_for(glance);
    }

private:
    [[nodiscard]] bool is_painted() const {
        XImage* const image = XGetImage(display_, DefaultRootWindow(display_), 4, 1000, 1, 1, AllPlanes, ZPixmap);
        const bool ours = (XGetPixel(image, 0, 0) & 0xFFFFFF) == 0xFAF6EE;
        XDestroyImage(image);
        return ours;
    }

    Display* display_;
};

// A display of 1920 x 1080 with nothing on it, and the kiosk's settings for it.
class Stage {
public:
    Stage() {
        std::ofstream(settings_) << "[memory]\nunlocked = \"warn\"\n[printer]\nuri = \"folder:/tmp/bench_prints\"\n";
    }
    ~Stage() { fs::remove(settings_); }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    [[nodiscard]] std::vector<std::string> kiosk() const {
        return {papers::shipped_file("pocketplan").string(), "--config", settings_.string()};
    }
    [[nodiscard]] tests::Process start(const std::vector<std::string>& call) const {
        return tests::Process(call, "/dev/null", {"DISPLAY=" + screen.name()});
    }
    // Milliseconds until it has painted.
    [[nodiscard]] double time(const std::vector<std::string>& call) const {
        const auto begin = Clock::now();
        tests::Process program = start(call);
        pixel.await_painted();
        const std::chrono::duration<double, std::milli> taken = Clock::now() - begin;
        program.kill_and_wait();
        pixel.await_gone();
        return taken.count();
    }

    tests::RealScreen screen{190, {}};
    Pixel pixel{screen.name()};

private:
    fs::path settings_ = fs::temp_directory_path() / ("bench." + std::to_string(getpid()) + ".toml");
};

double median(std::vector<double> times) {
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

// By turns, so that whatever else the machine does falls on both; the first of each finds cold files, and does not
// count.
void FirstScreen(benchmark::State& state) {
    const Stage stage;
    const std::vector<std::string> empty{papers::shipped_file("pocketplan-empty-window").string()};
    for (auto _ : state) {
        std::vector<double> firsts;
        std::vector<double> empties;
        static_cast<void>(stage.time(empty));  // once without counting: files come into memory
        static_cast<void>(stage.time(stage.kiosk()));
        for (int round = 0; round < rounds; ++round) {
            empties.push_back(stage.time(empty));
            firsts.push_back(stage.time(stage.kiosk()));
        }
        state.SetIterationTime(median(firsts) / 1000);
        state.counters["empty_ms"] = median(empties);
        state.counters["ratio"] = median(firsts) / median(empties);
    }
}
BENCHMARK(FirstScreen)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(1);

double pss_megabytes(pid_t process) {
    std::ifstream in("/proc/" + std::to_string(process) + "/smaps_rollup");
    for (std::string word; in >> word;) {
        if (word == "Pss:" && in >> word) return std::stod(word) / 1000;
    }
    return 0;
}

// The first screen, with nobody in front of it.
void Resting(benchmark::State& state) {
    const Stage stage;
    for (auto _ : state) {
        tests::Process kiosk = stage.start(stage.kiosk());
        stage.pixel.await_painted();
        std::this_thread::sleep_for(std::chrono::seconds(2));
        state.counters["pss_mb"] = pss_megabytes(kiosk.id());
        const long before = tests::wake_ups_of(kiosk.id());
        std::this_thread::sleep_for(std::chrono::seconds(5));
        state.counters["ui_wake_ups_a_second"] = static_cast<double>(tests::wake_ups_of(kiosk.id()) - before) / 5;
    }
}
BENCHMARK(Resting)->Unit(benchmark::kSecond)->UseRealTime()->Iterations(1);

}  // namespace
