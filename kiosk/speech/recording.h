#pragma once

#include <cstdint>
#include <span>

#include "kiosk/speech/voice.h"

namespace pocketplan::speech {

// Makes samples of an Ogg Opus file (RFC 7845) that lies in memory, at so many percent of its speed. ended: all of
// them, or as many as the sink wanted. damaged: it cannot be decoded, or not to its end; the sink may have had a part.
enum class Recorded : std::uint8_t { ended, damaged };
Recorded play_recording(std::span<const std::uint8_t> opus, int percent, const Sink& sink);

}  // namespace pocketplan::speech
