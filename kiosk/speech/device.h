#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

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

    // The names of the outputs that there are now; one without a name: some, and no list of them. Only while it is
    // closed.
    virtual std::vector<std::string> find() = 0;
    // Plays what `source` gives from now on, on that output, or on the usual one if it has no name; false if that
    // failed. `source` is not called after close().
    virtual bool open(const std::string& output, Source source) = 0;
    virtual void close() = 0;
    // Whether the open output is still there.
    virtual bool is_there() = 0;
};

}  // namespace pocketplan::speech
