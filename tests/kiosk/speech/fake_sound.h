#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "kiosk/speech/device.h"
#include "kiosk/speech/voice.h"

namespace pocketplan::tests {

// What a test sees and decides of a device that plays nothing.
class FakeSound {
public:
    // by_itself: samples are taken as fast as they come. by_hand: only when the test says so.
    enum class Takes { by_itself, by_hand };
    explicit FakeSound(Takes takes = Takes::by_itself) : takes_(takes) {}
    FakeSound(const FakeSound&) = delete;
    FakeSound& operator=(const FakeSound&) = delete;
    // Waits until its devices are gone, also those that a player abandoned.
    ~FakeSound();

    std::unique_ptr<speech::Device> device();

    void set_present(bool present);
    // Calls of the device do not return until it is released.
    void set_blocked(bool blocked);
    void await_open();
    void await_closed();
    // What the open device is given now, of so many samples.
    std::vector<speech::Sample> take(std::size_t count);
    // All that was taken by itself and is no silence.
    std::vector<speech::Sample> heard();
    int times_opened();

private:
    class Device;

    bool wait_while_blocked();
    void change(const std::function<void()>& change);

    const Takes takes_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool present_ = true;
    bool blocked_ = false;
    speech::Source source_;
    std::vector<speech::Sample> heard_;
    int times_opened_ = 0;
    int devices_ = 0;
};

// Says each letter as ten samples of its code.
class FakeVoice : public speech::Voice {
public:
    struct Memory {
        std::vector<std::string> said;  // "voice percent text"
        int forgotten = 0;
        bool has_voices = true;
    };
    explicit FakeVoice(Memory& memory) : memory_(memory) {}

    speech::Said say(const char* text, const char* voice, int percent, const speech::Sink& sink) override;
    void forget() override { ++memory_.forgotten; }

private:
    Memory& memory_;
};

}  // namespace pocketplan::tests
