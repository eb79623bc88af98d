#pragma once

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "kiosk/speech/device.h"
#include "kiosk/speech/player.h"
#include "kiosk/speech/voice.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::tests {

// How long samples last.
double seconds_of(speech::Samples samples);

// What a test sees and decides of a device that plays nothing. At first it has one output, "speakers".
class FakeSound {
public:
    // by_itself: samples are taken as fast as they come. by_hand: only when the test says so.
    enum class Takes { by_itself, by_hand };
    explicit FakeSound(Takes takes = Takes::by_itself);
    FakeSound(const FakeSound&) = delete;
    FakeSound& operator=(const FakeSound&) = delete;
    // Waits until its devices are gone, also those that a player abandoned.
    ~FakeSound();

    std::unique_ptr<speech::Device> device();

    // Plugs in and pulls out, which files tell as a system's do; also where nothing is another than before.
    void set_outputs(std::vector<std::string> names);
    // Where these files are.
    [[nodiscard]] std::filesystem::path folder() const { return folder_.path() / "snd"; }
    // An output that is there, but does not open.
    void refuse(std::string name);
    // Waits until a player has looked at the outputs as they are.
    void await_look();
    // Calls of the device do not return until it is released.
    void set_blocked(bool blocked);
    void await_open();
    void await_closed();
    // What the open device is given now, of so many samples.
    std::vector<speech::Sample> take(std::size_t count);
    // All that was taken by itself and is no silence.
    std::vector<speech::Sample> heard();
    // What was opened so far; the usual output has no name.
    std::vector<std::string> opened();

private:
    class Device;

    void wait_while_blocked();
    bool is_there(const std::string& name);
    void change(const std::function<void()>& change);

    const Takes takes_;
    std::mutex mutex_;
    std::condition_variable changed_;
    const TemporaryFolder folder_{"sound"};
    std::vector<std::string> outputs_{"speakers"};
    std::string refused_;
    int changes_ = 0;  // of the outputs
    int looked_at_ = -1;
    bool blocked_ = false;
    speech::Source source_;
    std::vector<speech::Sample> heard_;
    std::vector<std::string> opened_;
    int devices_ = 0;
};

// What a player tells, for a test to wait for.
class Told {
public:
    std::function<void(speech::Presence)> teller();
    void await(const std::vector<speech::Presence>& expected);
    std::vector<speech::Presence> all();

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<speech::Presence> told_;
};

// Says each letter as ten samples of its code.
class FakeVoice : public speech::Voice {
public:
    struct Memory {
        std::vector<std::string> said;  // "voice percent text"
        std::atomic<int> forgotten = 0;
        bool has_voices = true;
        std::string missing;  // a voice that does not load
    };
    explicit FakeVoice(Memory& memory) : memory_(memory) {}

    bool load() override { return memory_.has_voices; }
    speech::Said say(const char* text, const char* voice, int percent, const speech::Sink& sink) override;
    void forget() override { ++memory_.forgotten; }

private:
    Memory& memory_;
};

}  // namespace pocketplan::tests
