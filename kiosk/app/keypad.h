#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "kiosk/ui/widget.h"
#include "kiosk/visit/hearing.h"

namespace pocketplan::app {

// What a key does: it goes through a screen, or tells the voice something.
using KeyAction = std::variant<ui::Key, visit::Aloud>;

// Which key does what: of a keyboard, a keypad for those who cannot touch a screen, a remote control, a switch. Keys
// are known by their place, which is what such a device sends, and not by what a layout makes of it. Used by the
// window; the settings change it.
class Keypad {
public:
    Keypad();

    // The digits and signs beside a keyboard type while NumLock is on, as it says on them, and act while it is off.
    enum class NumLock { on, off };
    // Of a key by its SDL_Scancode; unset where it does nothing, or types.
    [[nodiscard]] std::optional<KeyAction> action_of(int scancode, NumLock num_lock) const;

    // From now on this key, by SDL's name for it, does that alone, whatever it types. no_such_key: or one that is only
    // held together with others. taken: the settings have another action for it.
    enum class Mapped { good, no_such_key, taken };
    Mapped map(const std::string& key, KeyAction action);

private:
    std::map<int, KeyAction> usual_;
    std::map<int, KeyAction> without_num_lock_;
    std::map<int, KeyAction> chosen_;  // by the settings
};

// As the settings call it; unset where there is none of that name.
std::optional<KeyAction> action_named(std::string_view name);

}  // namespace pocketplan::app
