#pragma once

#include <optional>
#include <vector>

struct SDL_Window;

namespace pocketplan::app {

// A display as the X server has it now, in pixels from the corner of all of them.
struct Output {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    double width_mm = 0;  // 0: it does not say
    double height_mm = 0;
    bool primary = false;

    bool operator==(const Output&) const = default;
};

// From now on the X server tells of whatever becomes of its displays. The events come through SDL, as SDL_SYSWMEVENT;
// all others of that kind are dropped before they are queued. Call once, when the window is there. On anything but X
// it does nothing.
void hear_of_outputs(SDL_Window& window);

// Asked of the X server itself: SDL 2.26 hears of displays that come and go, but never again of the size of one, nor of
// how it is turned. Empty where there is no display, and on anything but X, where windows are told how large they are.
std::vector<Output> outputs_of(SDL_Window& window);

// Whether the server is one below a Wayland compositor, which alone says how large windows are.
bool is_xwayland(SDL_Window& window);

// The descriptor of its connection to the X server, owned by SDL; -1 on anything but X.
int connection_of(SDL_Window& window);

// The one that the kiosk fills: the primary one, else the first, as SDL counts them.
std::optional<Output> output_to_fill(const std::vector<Output>& outputs);

}  // namespace pocketplan::app
