#pragma once

#include <filesystem>

namespace pocketplan::speech {

// Tells when sound devices come or go, by the files in the folder of a system's sound devices (/dev/snd): a descriptor
// to poll, so that nothing wakes up to look. Rejected: SDL's events, which cost ten wake-ups a second with ALSA.
class Watch {
public:
    // The folder need not be there yet; the one it is in must be, or nothing is ever told.
    explicit Watch(std::filesystem::path folder);
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    ~Watch();

    // Readable when something changed; -1 if the system cannot tell.
    [[nodiscard]] int descriptor() const { return descriptor_; }
    // Whether a sound device may have come or gone since the last call. Never blocks.
    bool changed();

private:
    void watch_folder();

    std::filesystem::path folder_;
    int descriptor_ = -1;
};

}  // namespace pocketplan::speech
