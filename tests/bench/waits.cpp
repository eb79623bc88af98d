// What visitors wait for in the real program in a real window: from the touch on "erase" to a neutral screen and to
// goodbye, and from a fault of the printer to a screen that says so; and how the end of a visit is spent.

#include <algorithm>
#include <chrono>
#include <vector>

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

#include "kiosk/forgetting/memory.h"
#include "kiosk/forgetting/trace.h"
#include "tests/e2e/played_kiosk.h"
#include "tests/support/memory_search.h"
#include "tests/support/real_printer.h"

namespace {

using namespace pocketplan;
using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

// 100 MB that are neither empty nor uniform.
std::vector<std::byte> memory() {
    std::vector<std::byte> bytes(100'000'000);
    unsigned value = 1;
    for (auto& byte : bytes) byte = static_cast<std::byte>((value = value * 1664525U + 1013904223U) >> 24U);
    return bytes;
}

void SearchForTheMark(benchmark::State& state) {
    const auto bytes = memory();
    const auto trace = forgetting::Trace::of({});
    for (auto _ : state) benchmark::DoNotOptimize(trace.is_in(bytes));
}
BENCHMARK(SearchForTheMark)->Unit(benchmark::kMillisecond);

// The baseline: reading the same bytes once.
void ReadTheMemory(benchmark::State& state) {
    const auto bytes = memory();
    for (auto _ : state) benchmark::DoNotOptimize(std::count(bytes.begin(), bytes.end(), std::byte{0}));
}
BENCHMARK(ReadTheMemory)->Unit(benchmark::kMillisecond);

// Sixteen megabytes: more than a visit with its PDF touches.
void ZeroTheArena(benchmark::State& state) {
    auto arena =
        std::move(forgetting::Arena::create(std::size_t{64} << 20U, forgetting::Arena::Unlocked::allowed).value());
    for (auto _ : state) {
        static_cast<void>(arena.allocate(std::size_t{15} << 20U, 16));
        arena.zero();
    }
}
BENCHMARK(ZeroTheArena)->Unit(benchmark::kMillisecond);

void EraseToGoodbye(benchmark::State& state) {
    double neutral = 0;
    for (auto _ : state) {
        tests::PlayedKiosk kiosk;
        const bool there = kiosk.start("folder:" + (kiosk.folder() / "prints").string()) &&
                           kiosk.press("language.es") && kiosk.press("promise.make") && kiosk.press("bar.erase") &&
                           kiosk.shows_the_same();
        if (!there) return state.SkipWithError("the kiosk did not come up");
        kiosk.press("erase.yes");  // the touch is the last thing that it does
        const auto touched = Clock::now();
        while (!kiosk.is_blank()) {
        }
        neutral += milliseconds(Clock::now() - touched);
        while (kiosk.is_blank()) {
        }
        state.SetIterationTime(milliseconds(Clock::now() - touched) / 1000);
    }
    state.counters["neutral_ms"] = benchmark::Counter(neutral, benchmark::Counter::kAvgIterations);
}
BENCHMARK(EraseToGoodbye)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(5);

// Until no typed word is where it was in the visit's memory, as seen from outside.
void EraseToZero(benchmark::State& state) {
    const std::string word = "Zephyrinda";
    for (auto _ : state) {
        tests::PlayedKiosk kiosk;
        const bool there = kiosk.start("folder:" + (kiosk.folder() / "prints").string()) &&
                           kiosk.go_to_review("es", R"({"contacts": [{"name": ")" + word + R"("}]})") &&
                           kiosk.press("bar.erase") && kiosk.shows_the_same();
        const auto hits = tests::find_in_memory(kiosk.process().id(), tests::Needles({word}));
        if (!there || hits.empty()) return state.SkipWithError("the word is not there");
        const int memory = open(("/proc/" + std::to_string(kiosk.process().id()) + "/mem").c_str(), O_RDONLY);
        const auto is_there = [&](const tests::Hit& hit) {
            std::string bytes(word.size(), '\0');
            return pread(memory, bytes.data(), bytes.size(), static_cast<off_t>(hit.address)) > 0 && bytes == word;
        };
        kiosk.press("erase.yes");
        const auto touched = Clock::now();
        while (std::any_of(hits.begin(), hits.end(), is_there)) {
        }
        state.SetIterationTime(milliseconds(Clock::now() - touched) / 1000);
        close(memory);
    }
}
BENCHMARK(EraseToZero)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(5);

// From the printer running out of paper to a screen that says so, at the review.
void FaultOnScreen(benchmark::State& state) {
    const tests::RealPrinter printer(tests::free_port());
    for (auto _ : state) {
        tests::PlayedKiosk kiosk;
        printer.put_paper_in();
        if (!kiosk.start(printer.uri()) || !kiosk.go_to_review("es", "{}")) {
            return state.SkipWithError("the kiosk did not come to the review");
        }
        const auto before = kiosk.screen().pixels();
        printer.take_paper_out();
        const auto told = Clock::now();
        while (kiosk.screen().pixels() == before && milliseconds(Clock::now() - told) < 60'000) {
        }
        state.SetIterationTime(milliseconds(Clock::now() - told) / 1000);
    }
}
BENCHMARK(FaultOnScreen)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(5);

}  // namespace
