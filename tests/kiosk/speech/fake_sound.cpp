#include "tests/kiosk/speech/fake_sound.h"

#include <thread>
#include <utility>

namespace pocketplan::tests {

class FakeSound::Device : public speech::Device {
public:
    explicit Device(FakeSound& sound) : sound_(sound) {
        sound_.change([&] { ++sound_.devices_; });
    }
    ~Device() override {
        close();
        sound_.change([&] { --sound_.devices_; });
    }
    bool find() override { return sound_.wait_while_blocked(); }
    bool is_there() override { return sound_.wait_while_blocked(); }

    bool open(speech::Source source) override {
        if (!sound_.wait_while_blocked()) return false;
        sound_.change([&] {
            sound_.source_ = std::move(source);
            ++sound_.times_opened_;
        });
        if (sound_.takes_ == Takes::by_itself) {
            listener_ = std::jthread([this](const std::stop_token& stop) { listen(stop); });
        }
        return true;
    }

    void close() override {
        listener_ = {};
        sound_.change([&] { sound_.source_ = nullptr; });
    }

private:
    void listen(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            for (const auto sample : sound_.take(64)) {
                if (sample != 0) sound_.change([&] { sound_.heard_.push_back(sample); });
            }
            std::this_thread::yield();
        }
    }

    FakeSound& sound_;
    std::jthread listener_;
};

FakeSound::~FakeSound() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return devices_ == 0; });
}

std::unique_ptr<speech::Device> FakeSound::device() {
    return std::make_unique<Device>(*this);
}

void FakeSound::set_present(bool present) {
    change([&] { present_ = present; });
}

void FakeSound::set_blocked(bool blocked) {
    change([&] { blocked_ = blocked; });
}

void FakeSound::await_open() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return source_ != nullptr; });
}

void FakeSound::await_closed() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return times_opened_ > 0 && source_ == nullptr; });
}

std::vector<speech::Sample> FakeSound::take(std::size_t count) {
    std::vector<speech::Sample> samples(count);
    speech::Source source;
    change([&] { source = source_; });
    source(samples);
    return samples;
}

std::vector<speech::Sample> FakeSound::heard() {
    const std::lock_guard lock(mutex_);
    return heard_;
}

int FakeSound::times_opened() {
    const std::lock_guard lock(mutex_);
    return times_opened_;
}

// Whether there is a device.
bool FakeSound::wait_while_blocked() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !blocked_; });
    return present_;
}

void FakeSound::change(const std::function<void()>& change) {
    const std::lock_guard lock(mutex_);
    change();
    changed_.notify_all();
}

speech::Said FakeVoice::say(const char* text, const char* voice, int percent, const speech::Sink& sink) {
    if (!memory_.has_voices) return speech::Said::no_voice;
    memory_.said.push_back(std::string(voice) + " " + std::to_string(percent) + " " + text);
    for (const char letter : std::string(text)) {
        const std::vector<speech::Sample> samples(10, letter);
        if (sink(samples) == speech::Go::no_further) break;
    }
    return speech::Said::ended;
}

}  // namespace pocketplan::tests
