#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <memory_resource>
#include <thread>
#include <vector>

#include "kiosk/speech/device.h"
#include "kiosk/speech/ring.h"

namespace pocketplan::speech {

struct PlayerSettings {
    // A device that takes no samples for so long, or does not open, is gone until devices change.
    std::chrono::milliseconds patience{2000};
    // An open device is closed after so long without samples. Until then touches that follow one another find it open.
    std::chrono::milliseconds linger{2000};
    // How long the end waits for a device to close. After that its thread is abandoned, with silence to play.
    std::chrono::milliseconds farewell{150};
    std::filesystem::path sound_devices{"/dev/snd"};
};

enum class Presence : std::uint8_t { there, gone };
enum class Played : std::uint8_t { all, cut_off, device_gone };
// visitor: on the output that came last, which is the headphone that somebody plugged in, as loud as set_gain() says.
// room: on the usual output, as loud as the samples are, which would hurt in a headphone.
enum class Audience : std::uint8_t { visitor, room };

// Brings samples to a device that is open only while there are some. A thread of its own finds, opens and closes it, so
// that a driver that blocks stops neither the screen nor the voice. Made and destroyed on the UI thread, in whose arena
// the samples lie; `play` and `drain` are the voice's, on its thread.
//
// Of several outputs the usual one plays until another one comes. Rejected: to choose one by its name, which says too
// little of what is plugged into it.
class Player {
public:
    // A turn ends when the next begins; what is played for an earlier one is cut off. It also ends when an output goes:
    // what was meant for a headphone is not for the room.
    using Turn = std::uint64_t;

    // `tell` is called when the device comes or goes, also once at first if there is one, and when another output comes
    // while there is one; never from the UI thread.
    Player(std::unique_ptr<Device> device, std::function<void(Presence)> tell, PlayerSettings settings = {});
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;
    ~Player();

    // Silence at once, from any thread, and a turn for what comes next.
    Turn begin_turn();
    void set_gain(float gain);
    // Waits until there is room for all samples, and until the samples for another audience have been taken.
    Played play(Samples samples, Turn turn, Audience audience = Audience::visitor);
    // Waits until the device has taken all.
    Played drain(Turn turn);

private:
    struct State;
    std::shared_ptr<State> state_;
    std::pmr::vector<Sample> memory_;
    std::thread thread_;
};

}  // namespace pocketplan::speech
