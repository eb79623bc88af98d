#include "tests/support/real_screen.h"

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XRes.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/XTest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <unistd.h>

namespace pocketplan::tests {
namespace {

Display* display_of(void* display) {
    return static_cast<Display*>(display);
}

// Those that lie on the screen itself, the lowest first.
std::vector<Window> windows_of(Display* display) {
    Window root = 0;
    Window parent = 0;
    Window* children = nullptr;
    unsigned count = 0;
    XQueryTree(display, DefaultRootWindow(display), &root, &parent, &children, &count);
    std::vector<Window> windows(children, children + count);
    XFree(children);
    return windows;
}

}  // namespace

// A picture of the screen in memory that both the server and this program map.
class RealScreen::Shared {
public:
    Shared(Display* display, Size size) : display_(display), size_(size) {
        image_ = XShmCreateImage(display, DefaultVisual(display, 0), DefaultDepth(display, 0), ZPixmap, nullptr,
                                 &segment_, static_cast<unsigned>(size.width), static_cast<unsigned>(size.height));
        segment_.shmid = shmget(IPC_PRIVATE, bytes(), IPC_CREAT | 0600);
        segment_.shmaddr = image_->data = static_cast<char*>(shmat(segment_.shmid, nullptr, 0));
        XShmAttach(display, &segment_);
        XSync(display, False);
        shmctl(segment_.shmid, IPC_RMID, nullptr);  // gone with the last that maps it, even if this program crashes
    }
    ~Shared() {
        XShmDetach(display_, &segment_);
        XDestroyImage(image_);
        shmdt(segment_.shmaddr);
    }
    Shared(const Shared&) = delete;
    Shared& operator=(const Shared&) = delete;

    std::vector<std::uint8_t> pixels() {
        XShmGetImage(display_, DefaultRootWindow(display_), image_, 0, 0, AllPlanes);
        std::vector<std::uint8_t> pixels;
        pixels.reserve(std::size_t{3} * static_cast<std::size_t>(size_.width * size_.height));
        // Xvfb at depth 24 has a pixel in four bytes: blue, green, red, nothing.
        for (int y = 0; y < size_.height; ++y) {
            const auto* const row = reinterpret_cast<const std::uint8_t*>(image_->data) + y * image_->bytes_per_line;
            for (int x = 0; x < size_.width; ++x) {
                pixels.insert(pixels.end(), {row[4 * x + 2], row[4 * x + 1], row[4 * x]});
            }
        }
        std::memset(image_->data, 0, bytes());
        return pixels;
    }

private:
    [[nodiscard]] std::size_t bytes() const {
        return static_cast<std::size_t>(image_->bytes_per_line) * static_cast<std::size_t>(size_.height);
    }

    Display* display_;
    Size size_;
    XShmSegmentInfo segment_{};
    XImage* image_ = nullptr;
};

int RealScreen::next_number() {
    static int number = 200 + static_cast<int>(getpid() % 700);
    for (;; ++number) {
        const auto name = std::to_string(number);
        if (std::filesystem::exists("/tmp/.X" + name + "-lock")) continue;
        // A server takes a moment to make that file, and a test beside this one may look meanwhile. So it is ours as
        // long as this process lives.
        const int ours = open(("/tmp/.pocketplan-display-" + name).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (ours >= 0 && flock(ours, LOCK_EX | LOCK_NB) == 0) return number++;
        close(ours);
    }
}

RealScreen::RealScreen(int number, Size size)
    : RealScreen(
          number, size,
          {"Xvfb", ":" + std::to_string(number), "-screen", "0",
           std::to_string(size.width) + "x" + std::to_string(size.height) + "x24", "-nolisten", "tcp", "-nocursor"}) {}

RealScreen::RealScreen(int number, Size size, const std::vector<std::string>& server) : number_(number), size_(size) {
    server_ = std::make_unique<Process>(server);
    if (!eventually([&] { return (display_ = XOpenDisplay(name().c_str())) != nullptr; })) std::abort();
    shared_ = std::make_unique<Shared>(display_of(display_), size);
}

void RealScreen::know_size(Size size) {
    size_ = size;
    shared_ = std::make_unique<Shared>(display_of(display_), size);
}

RealScreen::~RealScreen() {
    shared_.reset();
    XCloseDisplay(display_of(display_));
}

void RealScreen::touch(double x, double y) {
    hold_touch(x, y);
    release_touch();
}

void RealScreen::touch_again(int times) const {
    Display* const display = display_of(display_);
    for (int i = 0; i < times; ++i) {
        for (const auto down : {True, False}) XTestFakeButtonEvent(display, Button1, down, CurrentTime);
    }
    XSync(display, False);
}

void RealScreen::release_touch() const {
    Display* const display = display_of(display_);
    XTestFakeButtonEvent(display, Button1, False, CurrentTime);
    XFlush(display);
}

void RealScreen::press_button(unsigned button) const {
    Display* const display = display_of(display_);
    for (const auto down : {True, False}) XTestFakeButtonEvent(display, button, down, CurrentTime);
    XFlush(display);
}

void RealScreen::storm(int times) const {
    Display* const display = display_of(display_);
    for (int i = 0; i < times; ++i) {
        for (const char* letter : {"a", "b"}) {
            const auto code = XKeysymToKeycode(display, XStringToKeysym(letter));
            for (const auto down : {True, False}) XTestFakeKeyEvent(display, code, down, CurrentTime);
        }
    }
    XSync(display, False);
}

void RealScreen::release_key(const char* name) const {
    Display* const display = display_of(display_);
    XTestFakeKeyEvent(display, XKeysymToKeycode(display, XStringToKeysym(name)), False, CurrentTime);
    XFlush(display);
}

void RealScreen::move_touch(double x, double y) const {
    Display* const display = display_of(display_);
    XTestFakeMotionEvent(display, -1, static_cast<int>(std::lround(x)), static_cast<int>(std::lround(y)), CurrentTime);
    XFlush(display);
}

void RealScreen::hold_touch(double x, double y) const {
    move_touch(x, y);
    Display* const display = display_of(display_);
    XTestFakeButtonEvent(display, Button1, True, CurrentTime);
    XFlush(display);
}

void RealScreen::hold_key(const char* name) const {
    Display* const display = display_of(display_);
    XTestFakeKeyEvent(display, XKeysymToKeycode(display, XStringToKeysym(name)), True, CurrentTime);
    XFlush(display);
}

void RealScreen::press_keys(const std::vector<const char*>& names) const {
    Display* const display = display_of(display_);
    std::vector<KeyCode> codes;
    for (const char* key : names) codes.push_back(XKeysymToKeycode(display, XStringToKeysym(key)));
    for (const auto code : codes) XTestFakeKeyEvent(display, code, True, CurrentTime);
    for (auto code = codes.rbegin(); code != codes.rend(); ++code)
        XTestFakeKeyEvent(display, *code, False, CurrentTime);
    XFlush(display);
}

std::vector<std::uint8_t> RealScreen::pixels() {
    return shared_->pixels();
}

void RealScreen::hang_up() const {
    Display* const display = display_of(display_);
    for (const Window window : windows_of(display)) XKillClient(display, window);
    XSync(display, False);
}

void RealScreen::move_focus_away_and_back() const {
    Display* const display = display_of(display_);
    XSetInputFocus(display, None, RevertToNone, CurrentTime);
    for (const Window window : windows_of(display)) XSetInputFocus(display, window, RevertToNone, CurrentTime);
    XSync(display, False);
}

std::map<std::string, int> RealScreen::resources() const {
    Display* const display = display_of(display_);
    std::map<std::string, int> resources;
    int count = 0;
    XResClient* clients = nullptr;
    XResQueryClients(display, &count, &clients);
    resources["CLIENTS"] = count;
    for (int client = 0; client < count; ++client) {
        int kinds = 0;
        XResType* types = nullptr;
        XResQueryClientResources(display, clients[client].resource_base, &kinds, &types);
        for (int kind = 0; kind < kinds; ++kind) {
            char* const name = XGetAtomName(display, types[kind].resource_type);
            resources[name] += static_cast<int>(types[kind].count);
            XFree(name);
        }
        XFree(types);
    }
    XFree(clients);
    return resources;
}

}  // namespace pocketplan::tests
