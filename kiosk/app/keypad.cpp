#include "kiosk/app/keypad.h"

#include <algorithm>
#include <array>
#include <utility>

#include <SDL_keyboard.h>

namespace pocketplan::app {
namespace {

using ui::Key;
using visit::Aloud;

constexpr std::array<std::pair<std::string_view, KeyAction>, 13> names{{{"next", Key::next},
                                                                        {"previous", Key::previous},
                                                                        {"left", Key::left},
                                                                        {"right", Key::right},
                                                                        {"up", Key::up},
                                                                        {"down", Key::down},
                                                                        {"press", Key::press},
                                                                        {"back", Key::back},
                                                                        {"repeat", Aloud::again},
                                                                        {"slower", Aloud::slower},
                                                                        {"faster", Aloud::faster},
                                                                        {"quieter", Aloud::quieter},
                                                                        {"louder", Aloud::louder}}};

}  // namespace

// Page up and down are what a presenter sends; the others of a remote control or a keypad with volume keys.
Keypad::Keypad()
    : usual_{{SDL_SCANCODE_TAB, Key::next},
             {SDL_SCANCODE_PAGEDOWN, Key::next},
             {SDL_SCANCODE_AUDIONEXT, Key::next},
             {SDL_SCANCODE_PAGEUP, Key::previous},
             {SDL_SCANCODE_AUDIOPREV, Key::previous},
             {SDL_SCANCODE_LEFT, Key::left},
             {SDL_SCANCODE_RIGHT, Key::right},
             {SDL_SCANCODE_UP, Key::up},
             {SDL_SCANCODE_DOWN, Key::down},
             {SDL_SCANCODE_RETURN, Key::press},
             {SDL_SCANCODE_KP_ENTER, Key::press},
             {SDL_SCANCODE_SELECT, Key::press},
             {SDL_SCANCODE_ESCAPE, Key::back},
             {SDL_SCANCODE_AC_BACK, Key::back},
             {SDL_SCANCODE_HELP, Aloud::again},
             {SDL_SCANCODE_AUDIOPLAY, Aloud::again},
             {SDL_SCANCODE_AUDIOREWIND, Aloud::slower},
             {SDL_SCANCODE_AUDIOFASTFORWARD, Aloud::faster},
             {SDL_SCANCODE_VOLUMEDOWN, Aloud::quieter},
             {SDL_SCANCODE_VOLUMEUP, Aloud::louder}},
      without_num_lock_{{SDL_SCANCODE_KP_3, Key::next},
                        {SDL_SCANCODE_KP_9, Key::previous},
                        {SDL_SCANCODE_KP_4, Key::left},
                        {SDL_SCANCODE_KP_6, Key::right},
                        {SDL_SCANCODE_KP_8, Key::up},
                        {SDL_SCANCODE_KP_2, Key::down},
                        {SDL_SCANCODE_KP_5, Key::press},
                        {SDL_SCANCODE_KP_0, Key::press},
                        {SDL_SCANCODE_KP_PERIOD, Key::back},
                        {SDL_SCANCODE_KP_MULTIPLY, Aloud::again},
                        {SDL_SCANCODE_KP_1, Aloud::slower},
                        {SDL_SCANCODE_KP_7, Aloud::faster},
                        {SDL_SCANCODE_KP_MINUS, Aloud::quieter},
                        {SDL_SCANCODE_KP_PLUS, Aloud::louder}} {}

std::optional<KeyAction> Keypad::action_of(int scancode, NumLock num_lock) const {
    const auto found_in = [&](const std::map<int, KeyAction>& actions) -> std::optional<KeyAction> {
        const auto found = actions.find(scancode);
        return found == actions.end() ? std::nullopt : std::optional(found->second);
    };
    if (const auto chosen = found_in(chosen_)) return chosen;
    if (const auto usual = found_in(usual_)) return usual;
    return num_lock == NumLock::off ? found_in(without_num_lock_) : std::nullopt;
}

Keypad::Mapped Keypad::map(const std::string& key, KeyAction action) {
    const auto scancode = SDL_GetScancodeFromName(key.c_str());
    const bool held_with_others = scancode >= SDL_SCANCODE_LCTRL && scancode <= SDL_SCANCODE_RGUI;
    if (scancode == SDL_SCANCODE_UNKNOWN || held_with_others) return Mapped::no_such_key;
    const auto [chosen, is_new] = chosen_.emplace(scancode, action);
    return is_new || chosen->second == action ? Mapped::good : Mapped::taken;
}

std::optional<KeyAction> action_named(std::string_view name) {
    const auto* const found =
        std::find_if(names.begin(), names.end(), [&](const auto& known) { return known.first == name; });
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace pocketplan::app
