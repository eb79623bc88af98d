#include "kiosk/app/window.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "kiosk/papers/installed.h"

namespace pocketplan::app {
namespace {

using Kind = Happening::Kind;

constexpr int buffers = 3;            // the most that a compositor keeps
constexpr double millimetres = 25.4;  // an inch

// Where there is no display, SDL falls back to a driver that draws for nobody. One that the environment names is meant.
bool draws_for_somebody() {
    const char* const named = SDL_getenv("SDL_VIDEODRIVER");
    if (named != nullptr && *named != '\0') return true;
    const char* const driver = SDL_GetCurrentVideoDriver();
    return driver != nullptr && (std::string_view(driver) == "x11" || std::string_view(driver) == "wayland");
}

Uint32 wake_event() {
    static const Uint32 type = SDL_RegisterEvents(1);
    return type;
}

void add_typed(std::string_view utf8, int scancode, std::vector<Happening>& happened) {
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t point = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t i = 1; i < length && at + i < utf8.size(); ++i) {
            point = point << 6U | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
        }
        at += length;
        happened.push_back({.kind = Kind::typed, .scancode = scancode, .code_point = point});
    }
}

// Held together with another, it is meant for whatever switches windows or consoles, or pastes. The Alt key on the
// right makes letters.
bool is_for_other_programs(const SDL_Keysym& key) {
    return (key.mod & (KMOD_CTRL | KMOD_LALT | KMOD_GUI)) != 0;
}

// Whether the key does something, and so types nothing.
bool add_key(const SDL_KeyboardEvent& event, const Keypad& keypad, std::vector<Happening>& happened) {
    if (is_for_other_programs(event.keysym) || (event.keysym.mod & KMOD_ALT) != 0) return false;
    // A key that is held, or stuck, moves and erases on and on, but does all else once.
    const bool held = event.repeat != 0;
    Happening happening{.kind = Kind::key, .scancode = event.keysym.scancode, .repeated = held};
    const auto num_lock = (event.keysym.mod & KMOD_NUM) != 0 ? Keypad::NumLock::on : Keypad::NumLock::off;
    const auto action = keypad.action_of(event.keysym.scancode, num_lock);
    if (!action) {
        happening.kind = Kind::backspace;
        if (event.keysym.scancode == SDL_SCANCODE_BACKSPACE) happened.push_back(happening);
        return false;
    }
    if (const auto* const wish = std::get_if<visit::Aloud>(&*action)) {
        happening.kind = Kind::voice;
        happening.aloud = *wish;
    } else {
        const bool shift = (event.keysym.mod & KMOD_SHIFT) != 0;
        happening.key = std::get<ui::Key>(*action);
        if (shift && happening.key == ui::Key::next) happening.key = ui::Key::previous;
    }
    const bool once = happening.kind == Kind::voice || ui::acts(happening.key);
    if (!held || !once) happened.push_back(happening);
    return true;
}

// A finger by SDL's event of it; `size`: of the window.
Happening touch_of(const SDL_TouchFingerEvent& event, const WindowSize& size) {
    const auto pixel = [](float part, int whole) {
        return std::clamp(static_cast<double>(part) * whole, 0.0, static_cast<double>(whole - 1));
    };
    const auto kind = event.type == SDL_FINGERDOWN ? Kind::touched
                      : event.type == SDL_FINGERUP ? Kind::lifted
                                                   : Kind::moved;
    return {.kind = kind,
            .x = pixel(event.x, size.width),
            .y = pixel(event.y, size.height),
            .finger = {event.touchId, event.fingerId}};
}

// The mouse as a finger: its left button alone.
std::optional<Happening> touch_of_mouse(const SDL_Event& event) {
    if (event.type == SDL_MOUSEMOTION) {
        if ((event.motion.state & SDL_BUTTON_LMASK) == 0) return std::nullopt;
        return Happening{.kind = Kind::moved, .x = 1.0 * event.motion.x, .y = 1.0 * event.motion.y};
    }
    if (event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
    const auto kind = event.type == SDL_MOUSEBUTTONDOWN ? Kind::touched : Kind::lifted;
    return Happening{.kind = kind, .x = 1.0 * event.button.x, .y = 1.0 * event.button.y};
}

// Of how a finger moved, only where it came to.
void add_touch(const Happening& touch, std::vector<Happening>& happened) {
    if (touch.kind == Kind::moved) {
        for (auto before = happened.rbegin(); before != happened.rend() && before->kind == Kind::moved; ++before) {
            if (before->finger != touch.finger) continue;
            *before = touch;
            return;
        }
    }
    happened.push_back(touch);
}

}  // namespace

Window::Sdl::Sdl() {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
    // Touches come as fingers, so that one that lies on the glass for ever does not keep the others from being told.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    // Otherwise a touch that comes together with the keyboard's focus, as the first one may, would do nothing.
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");  // a kiosk's screen is for systemd and cage to blank
    started = SDL_Init(SDL_INIT_VIDEO) == 0;
    for (const Uint32 dropped : {SDL_DROPFILE, SDL_DROPTEXT}) SDL_EventState(dropped, SDL_DISABLE);
}

Window::Sdl::~Sdl() {
    SDL_Quit();
}

void Window::prepare() {
    // Half of what a window needs to open goes into sequences for a Compose key, which no keyboard of a kiosk has. What
    // accents on a keyboard of another language need is in a file of ours.
    SDL_setenv("XCOMPOSEFILE", papers::shipped_file("compose").c_str(), 0);
    // To find a session's bus, libdbus would fork and look for dbus-launch. Nobody there is ours to talk to.
    SDL_setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 1);
}

bool Window::is_display_named() {
    constexpr std::array names{"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"};
    return std::any_of(names.begin(), names.end(), [](const char* name) { return SDL_getenv(name) != nullptr; });
}

tl::expected<Window, WindowFault> Window::open(const std::optional<WindowSize>& windowed) {
    Window window;
    window.sdl_ = std::make_unique<Sdl>();
    if (!window.sdl_->started || !draws_for_somebody()) return tl::unexpected(WindowFault::no_display);
    const bool full = window.full_ = !windowed;
    // As large as the screen from the start, which is all that cage, or a display without a window manager, needs;
    // asking for SDL's full screen would cost 100 ms of waiting for a manager's answer.
    SDL_Rect whole{0, 0, 1280, 800};
    SDL_GetDisplayBounds(0, &whole);
    const auto size = windowed.value_or(WindowSize{whole.w, whole.h});
    const Uint32 flags = full ? SDL_WINDOW_BORDERLESS : 0;
    window.window_.reset(SDL_CreateWindow("Pocketplan", full ? whole.x : SDL_WINDOWPOS_CENTERED,
                                          full ? whole.y : SDL_WINDOWPOS_CENTERED, size.width, size.height, flags));
    if (window.window_) window.target_.reset(SDL_CreateRenderer(window.window_.get(), -1, SDL_RENDERER_SOFTWARE));
    if (!window.target_) return tl::unexpected(WindowFault::no_display);
    if (full) SDL_ShowCursor(SDL_DISABLE);
    if (full) hear_of_outputs(*window.window_);
    wake_event();  // registered here, so that wake() only reads
    window.renderer_ = std::make_unique<picture::Renderer>(window.target_.get());
    return window;
}

DisplayReport Window::look_at_display() {
    const auto output = full_ ? output_to_fill(outputs_of(*window_)) : std::nullopt;
    if (output) fill(*output);
    DisplayReport report;
    SDL_GetRendererOutputSize(target_.get(), &report.window.width, &report.window.height);
    if (output) {
        report.display = {output->width, output->height};
        report.width = output->width_mm;
        report.height = output->height_mm;
        return report;
    }
    report.display = report.window;
    const int index = SDL_GetWindowDisplayIndex(window_.get());
    SDL_Rect whole{};
    if (SDL_GetDisplayBounds(index, &whole) == 0) report.display = {whole.w, whole.h};
    float across = 0;  // dots per inch; SDL has made them of the millimetres
    float down = 0;
    if (SDL_GetDisplayDPI(index, nullptr, &across, &down) == 0) {
        if (across > 0) report.width = report.display.width * millimetres / static_cast<double>(across);
        if (down > 0) report.height = report.display.height * millimetres / static_cast<double>(down);
    }
    return report;
}

// cage, and whatever else runs Xwayland, makes the window as large as the screen. A bare X server does not.
void Window::fill(const Output& output) {
    SDL_Rect now{};
    SDL_GetWindowPosition(window_.get(), &now.x, &now.y);
    SDL_GetWindowSize(window_.get(), &now.w, &now.h);
    const SDL_Rect whole{output.x, output.y, output.width, output.height};
    if (SDL_RectEquals(&now, &whole) == SDL_TRUE || is_xwayland(*window_)) return;
    SDL_SetWindowPosition(window_.get(), whole.x, whole.y);
    SDL_SetWindowSize(window_.get(), whole.w, whole.h);
}

std::vector<Happening> Window::wait(std::chrono::milliseconds at_most) {
    std::vector<Happening> happened;
    bool redraw = false;  // once, however often it was asked for
    SDL_Event event;
    const int timeout = static_cast<int>(at_most.count());
    for (bool some = SDL_WaitEventTimeout(&event, timeout) != 0; some; some = SDL_PollEvent(&event) != 0) {
        switch (event.type) {
            case SDL_WINDOWEVENT:
                redraw = redraw || event.window.event == SDL_WINDOWEVENT_EXPOSED ||
                         event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED ||
                         event.window.event == SDL_WINDOWEVENT_DISPLAY_CHANGED;
                break;
            case SDL_DISPLAYEVENT:
            case SDL_SYSWMEVENT:  // of displays alone (hear_of_outputs)
                redraw = true;
                break;
            default:
                hear(event, happened);
        }
    }
    if (redraw) happened.push_back({.kind = Kind::redraw});
    // Before a touch of the same moment, which may end the visit in another way and be the last that is heard.
    std::stable_partition(happened.begin(), happened.end(),
                          [](const Happening& happening) { return happening.kind == Kind::quit; });
    return happened;
}

// Whatever is not named here does nothing: the wheel, what is dropped or put together by an input method.
void Window::hear(SDL_Event& event, std::vector<Happening>& happened) {
    switch (event.type) {
        case SDL_QUIT:
            happened.push_back({.kind = Kind::quit});
            return;
        case SDL_FINGERDOWN:
        case SDL_FINGERMOTION:
        case SDL_FINGERUP: {
            WindowSize size;
            SDL_GetWindowSize(window_.get(), &size.width, &size.height);
            return add_touch(touch_of(event.tfinger, size), happened);
        }
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
        case SDL_MOUSEMOTION:
            if (const auto touch = touch_of_mouse(event)) add_touch(*touch, happened);
            return;
        case SDL_KEYDOWN:
            key_ = event.key.keysym.scancode;
            key_types_ = !add_key(event.key, keypad_, happened) && event.key.repeat == 0 &&
                         !is_for_other_programs(event.key.keysym);
            return;
        case SDL_KEYUP:
            if (event.key.keysym.scancode == key_) key_ = 0;
            happened.push_back({.kind = Kind::released, .scancode = event.key.keysym.scancode});
            return;
        case SDL_TEXTINPUT:  // of the key before; a letter is typed once, however long a hand rests on its key
            if (key_types_) add_typed(event.text.text, key_, happened);
            SDL_memset(event.text.text, 0, sizeof event.text.text);
            return;
        default:
            if (event.type == wake_event()) happened.push_back({.kind = Kind::woken});
    }
}

void Window::show(const ui::Frame& frame, const ui::Atlas& atlas) {
    renderer_->draw(frame, atlas);
    SDL_RenderPresent(target_.get());
}

void Window::blank(ui::Colour ground) {
    renderer_->clear(ground);
    SDL_RenderPresent(target_.get());
}

void Window::blank_every_buffer(ui::Colour ground) {
    for (int i = 0; i < buffers; ++i) blank(ground);
}

bool Window::told_to_quit() {
    SDL_PumpEvents();
    return SDL_HasEvent(SDL_QUIT) == SDL_TRUE;
}

int Window::connection() const {
    return connection_of(*window_);
}

void Window::wake() {
    SDL_Event event{};
    event.type = wake_event();
    SDL_PushEvent(&event);
}

}  // namespace pocketplan::app
