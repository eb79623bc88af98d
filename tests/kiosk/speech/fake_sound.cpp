#include "tests/kiosk/speech/fake_sound.h"

#include <algorithm>
#include <fstream>
#include <thread>
#include <utility>

namespace pocketplan::tests {

double seconds_of(speech::Samples samples) {
    return static_cast<double>(samples.size()) / speech::samples_a_second;
}

class FakeSound::Device : public speech::Device {
public:
    explicit Device(FakeSound& sound) : sound_(sound) {
        sound_.change([&] { ++sound_.devices_; });
    }
    ~Device() override {
        close();
        sound_.change([&] { --sound_.devices_; });
    }
    std::vector<std::string> find() override {
        sound_.wait_while_blocked();
        std::vector<std::string> outputs;
        sound_.change([&] {
            outputs = sound_.outputs_;
            sound_.looked_at_ = sound_.changes_;
        });
        return outputs;
    }
    bool is_there() override {
        sound_.wait_while_blocked();
        return sound_.is_there(output_);
    }

    bool open(const std::string& output, speech::Source source) override {
        sound_.wait_while_blocked();
        if (!sound_.is_there(output)) return false;
        output_ = output;
        sound_.change([&] {
            sound_.source_ = std::move(source);
            sound_.opened_.push_back(output);
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
    std::string output_;
    std::jthread listener_;
};

FakeSound::FakeSound(Takes takes) : takes_(takes) {
    std::filesystem::create_directory(folder());
}

FakeSound::~FakeSound() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return devices_ == 0; });
}

std::unique_ptr<speech::Device> FakeSound::device() {
    return std::make_unique<Device>(*this);
}

void FakeSound::set_outputs(std::vector<std::string> names) {
    change([&] {
        outputs_ = std::move(names);
        std::ofstream(folder() / std::to_string(++changes_)).put(' ');
    });
}

void FakeSound::refuse(std::string name) {
    change([&] { refused_ = std::move(name); });
}

void FakeSound::await_look() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return looked_at_ == changes_; });
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
    changed_.wait(lock, [&] { return !opened_.empty() && source_ == nullptr; });
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

std::vector<std::string> FakeSound::opened() {
    const std::lock_guard lock(mutex_);
    return opened_;
}

void FakeSound::wait_while_blocked() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !blocked_; });
}

bool FakeSound::is_there(const std::string& name) {
    const std::lock_guard lock(mutex_);
    if (name.empty()) return !outputs_.empty();
    return name != refused_ && std::find(outputs_.begin(), outputs_.end(), name) != outputs_.end();
}

void FakeSound::change(const std::function<void()>& change) {
    const std::lock_guard lock(mutex_);
    change();
    changed_.notify_all();
}

std::function<void(speech::Presence)> Told::teller() {
    return [this](speech::Presence presence) {
        const std::lock_guard lock(mutex_);
        told_.push_back(presence);
        changed_.notify_all();
    };
}

void Told::await(const std::vector<speech::Presence>& expected) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return told_ == expected; });
}

std::vector<speech::Presence> Told::all() {
    const std::lock_guard lock(mutex_);
    return told_;
}

speech::Said FakeVoice::say(const char* text, const char* voice, int percent, const speech::Sink& sink) {
    if (!memory_.has_voices || voice == memory_.missing) return speech::Said::no_voice;
    memory_.said.push_back(std::string(voice) + " " + std::to_string(percent) + " " + text);
    for (const char letter : std::string(text)) {
        const std::vector<speech::Sample> samples(10, letter);
        if (sink(samples) == speech::Go::no_further) break;
    }
    return speech::Said::ended;
}

}  // namespace pocketplan::tests
