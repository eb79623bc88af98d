#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/app/config.h"
#include "kiosk/app/display.h"
#include "kiosk/app/happening.h"
#include "kiosk/app/keypad.h"
#include "kiosk/app/outputs.h"
#include "kiosk/picture/renderer.h"

namespace pocketplan::app {

// no_display: SDL found none that anybody sees, or no renderer for it.
enum class WindowFault { no_display };

// The kiosk's one window, full screen or of a given size, drawn by SDL's software renderer. UI thread only, but for
// wake().
class Window {
public:
    // Before anything starts a thread: tells the libraries below, by their variables, what is not to be looked for.
    static void prepare();
    // By the environment.
    [[nodiscard]] static bool is_display_named();
    // `windowed`: unset for the full screen.
    static tl::expected<Window, WindowFault> open(const std::optional<WindowSize>& windowed);
    void use(const Keypad& keypad) { keypad_ = keypad; }

    // As it is now, of a full screen after it was made as large: displays are turned, exchanged and unplugged.
    [[nodiscard]] DisplayReport look_at_display();
    // All that happened, after waiting so long at most for the first; empty where nothing did.
    std::vector<Happening> wait(std::chrono::milliseconds at_most);
    void show(const ui::Frame& frame, const ui::Atlas& atlas);
    // One neutral frame, at once.
    void blank(ui::Colour ground);
    // Paints over every buffer, so that none keeps what was on screen.
    void blank_every_buffer(ui::Colour ground);

    // Whether a stop signal, or whoever closes windows, asked for the end and wait() has not said so yet.
    [[nodiscard]] bool told_to_quit();

    // The descriptor of its connection to the X server, which the window lasts as long as; -1 on any other display.
    // Owned by SDL.
    [[nodiscard]] int connection() const;

    // From any thread: makes wait() return Kind::woken.
    static void wake();

private:
    struct Sdl {
        Sdl();
        ~Sdl();
        Sdl(const Sdl&) = delete;
        Sdl& operator=(const Sdl&) = delete;
        bool started = false;
    };
    Window() = default;
    void hear(SDL_Event& event, std::vector<Happening>& happened);
    void fill(const Output& output);

    Keypad keypad_;
    bool full_ = true;
    std::unique_ptr<Sdl> sdl_;
    picture::SdlOwned<SDL_Window, SDL_DestroyWindow> window_;
    picture::SdlOwned<SDL_Renderer, SDL_DestroyRenderer> target_;
    std::unique_ptr<picture::Renderer> renderer_;
    int key_ = 0;            // that was pressed last, until it is released
    bool key_types_ = true;  // it does nothing else, and was pressed just now
};

}  // namespace pocketplan::app
