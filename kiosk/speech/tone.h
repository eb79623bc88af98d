#pragma once

#include "kiosk/speech/voice.h"

namespace pocketplan::speech {

// Three short beeps that can be told from a voice across a room.
void beep(const Sink& sink);

}  // namespace pocketplan::speech
