#pragma once

#include <functional>
#include <span>

#include "kiosk/speech/ring.h"

namespace pocketplan::speech {

// Fills all of its samples; called from any thread while a device is open.
using Source = std::function<void(std::span<Sample>)>;

// What plays sound: SDL's audio, or a test's. All is called from one thread, which also destroys it and for which
// nobody waits: each of these may take as long as a driver likes.
class Device {
public:
    Device() = default;
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;
    virtual ~Device() = default;

    // Whether there is a device now.
    virtual bool find() = 0;
    // Plays what `source` gives from now on; false if that failed. `source` is not called after close().
    virtual bool open(Source source) = 0;
    virtual void close() = 0;
    // Whether the open device is still there.
    virtual bool is_there() = 0;
};

}  // namespace pocketplan::speech
