// What one process hands to the next: refused, or every value of it can be used. An input changes bytes of a good one:
// two for the place, low one first, one for the value.

#include "kiosk/forgetting/farewell.h"

#include <algorithm>
#include <vector>

#include "kiosk/forgetting/sealed.h"
#include "tests/fuzz/fuzz.h"

namespace pocketplan::fuzz {
namespace {

using forgetting::Farewell;

std::vector<std::byte> bytes_of(int descriptor) {
    std::vector<std::byte> bytes(static_cast<std::size_t>(lseek(descriptor, 0, SEEK_END)));
    require(pread(descriptor, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()), "memory");
    close(descriptor);
    return bytes;
}

template <std::size_t size>
bool ends(const std::array<char, size>& text) {
    return std::find(text.begin(), text.end(), '\0') != text.end();
}

// Reads every flag, because one that is neither true nor false is both.
int flags_of(const Farewell& farewell) {
    return int{farewell.proven} + int{farewell.printed} + int{farewell.trouble} + int{farewell.hearing.listening};
}

void require_sense(const Farewell& farewell) {
    require(ends(farewell.language) && ends(farewell.beside), "a tag ends");
    require(ends(farewell.tally.week), "a week ends");
    for (const auto& few : farewell.tally.few) require(ends(few.language), "a tag ends");
    require(flags_of(farewell) <= 4, "a flag is set or not");
    const auto& hearing = farewell.hearing;
    require(hearing.pace.percent() >= 50 && hearing.pace.percent() <= 200, "a pace is one of seven");
    require(hearing.loudness.step() >= 0 && hearing.loudness.step() < visit::Loudness::steps, "loudness has a step");
    if (farewell.scanning != visit::Scanning::off) {
        require(visit::step_time(farewell.scanning).count() > 0, "the focus moves on");
    }
    auto heard = hearing;
    for (int times = 0; times < 1000; ++times) visit::change(heard, visit::Aloud::again);
    for (const int descriptor : farewell.descriptors()) require(descriptor >= -1, "a descriptor is one, or none");
    auto tries = farewell.tries;
    for (const auto now : {machine::CodeTries::Time{}, std::chrono::steady_clock::now()}) {
        tries.count_wrong(now);
        require(tries.wait(now).count() >= 0 && tries.wait(now) <= machine::CodeTries::longest_wait, "a wait ends");
    }
}

}  // namespace
}  // namespace pocketplan::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pocketplan;
    static const auto good = fuzz::bytes_of(forgetting::write_farewell({}));
    auto bytes = good;
    for (std::size_t at = 0; at + 3 <= size; at += 3) {
        bytes[(data[at] + data[at + 1] * 256U) % bytes.size()] = std::byte{data[at + 2]};
    }
    const auto taken = forgetting::take_farewell(forgetting::seal("fuzz", bytes));
    if (!taken) return 0;
    fuzz::require_sense(*taken);
    fuzz::require(forgetting::take_farewell(forgetting::write_farewell(*taken)).has_value(), "it can be handed on");
    return 0;
}
