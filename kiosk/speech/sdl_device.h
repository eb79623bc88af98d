#pragma once

#include <memory>

#include "kiosk/speech/device.h"

namespace pocketplan::speech {

// The outputs that SDL lists; the usual one is its default. SDL's audio is initialised only while something is found
// out or played: with ALSA, SDL has a thread that looks for new devices ten times a second for as long as it is.
std::unique_ptr<Device> create_sdl_device();

}  // namespace pocketplan::speech
