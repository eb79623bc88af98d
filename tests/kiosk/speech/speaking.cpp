// Says what it reads, as the kiosk does within a visit, and goes on when it is told to: for a test that looks into its
// memory meanwhile.

#include <array>
#include <string_view>
#include <vector>

#include <unistd.h>

#include "kiosk/forgetting/memory.h"
#include "kiosk/speech/speaker.h"
#include "tests/support/pause_after.h"

namespace {

using namespace pocketplan;
using tests::pause_after;

// Waits for a line; returns how many bytes it has.
std::size_t read_line(std::span<char> line) {
    const auto bytes = read(STDIN_FILENO, line.data(), line.size());
    return bytes > 1 ? static_cast<std::size_t>(bytes) - 1 : 0;
}

}  // namespace

// With an argument, slowly.
int main(int argc, char**) {
    auto arena =
        std::move(forgetting::Arena::create(std::size_t{4} << 20U, forgetting::Arena::Unlocked::allowed).value());
    std::pmr::set_default_resource(&arena);
    {
        auto speaker = speech::create_speaker([] {});
        speaker->set_gain(1);                                   // so that what is played is what the voice made
        speaker->set_pace(argc > 1 ? 80 : speech::usual_pace);  // slower or faster than usual, it goes through sonic
        {
            std::pmr::vector<char> line(1000);
            const std::array<speech::Utterance, 1> utterances{{{1, {line.data(), read_line(line)}, "en"}}};
            speaker->say(utterances);
        }
        while (speaker->take_reports().empty()) usleep(1000);
        pause_after("saying");
        speaker->stop();
        pause_after("stopped");
    }
    arena.zero();
    pause_after("ended");
    return 0;
}
