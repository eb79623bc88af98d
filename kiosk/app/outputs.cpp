#include "kiosk/app/outputs.h"

#include <algorithm>
#include <cstdint>
#include <memory>

#include <SDL_events.h>
#include <SDL_syswm.h>
#include <X11/extensions/Xrandr.h>

namespace pocketplan::app {
namespace {

// Owned by SDL; null on anything but X.
Display* server_of(SDL_Window& window) {
    SDL_SysWMinfo info{};
    SDL_VERSION(&info.version);
    const bool told = SDL_GetWindowWMInfo(&window, &info) == SDL_TRUE && info.subsystem == SDL_SYSWM_X11;
    return told ? info.info.x11.display : nullptr;
}

template <auto Free>
struct FreedBy {
    template <class T>
    void operator()(T* object) const {
        Free(object);
    }
};
template <class T, auto Free>
using Owned = std::unique_ptr<T, FreedBy<Free>>;

// A display may be pulled out between two questions about it. Xlib would end the program for that.
class ErrorsPassedOver {
public:
    ErrorsPassedOver() : before_(XSetErrorHandler([](Display*, XErrorEvent*) { return 0; })) {}
    ~ErrorsPassedOver() { XSetErrorHandler(before_); }
    ErrorsPassedOver(const ErrorsPassedOver&) = delete;
    ErrorsPassedOver& operator=(const ErrorsPassedOver&) = delete;

private:
    XErrorHandler before_;
};

// A monitor would have them, too; but of one that does not say the server makes them up, for 96 dots per inch.
void know_millimetres(Display* display, XRRScreenResources& resources, RROutput number, Output& output) {
    const Owned<XRROutputInfo, XRRFreeOutputInfo> info(XRRGetOutputInfo(display, &resources, number));
    if (!info) return;
    output.width_mm = static_cast<double>(info->mm_width);
    output.height_mm = static_cast<double>(info->mm_height);
}

// RandR 1.5 brought monitors.
bool has_monitors(Display* display) {
    int major = 0;
    int minor = 0;
    if (display == nullptr || XRRQueryVersion(display, &major, &minor) == 0) return false;
    return major > 1 || (major == 1 && minor >= 5);
}

// `first`: the number of RandR's first event. Called by SDL for each event that comes, on any thread.
int keep_only_of_outputs(void* first, SDL_Event* event) {
    if (event->type != SDL_SYSWMEVENT) return 1;
    const auto type = event->syswm.msg->msg.x11.event.type - static_cast<int>(reinterpret_cast<std::intptr_t>(first));
    return type == RRScreenChangeNotify || type == RRNotify ? 1 : 0;
}

}  // namespace

void hear_of_outputs(SDL_Window& window) {
    Display* const display = server_of(window);
    int first = 0;
    int error = 0;
    if (!has_monitors(display) || XRRQueryExtension(display, &first, &error) == 0) return;
    SDL_SetEventFilter(keep_only_of_outputs, reinterpret_cast<void*>(std::intptr_t{first}));
    SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
    // SDL asks for the last of these, which is what comes and goes.
    XRRSelectInput(display, DefaultRootWindow(display),
                   RRScreenChangeNotifyMask | RRCrtcChangeNotifyMask | RROutputChangeNotifyMask);
}

std::vector<Output> outputs_of(SDL_Window& window) {
    Display* const display = server_of(window);
    if (!has_monitors(display)) return {};
    const ErrorsPassedOver passed_over;
    int count = 0;
    const Owned<XRRMonitorInfo, XRRFreeMonitors> monitors(
        XRRGetMonitors(display, DefaultRootWindow(display), True, &count));
    const Owned<XRRScreenResources, XRRFreeScreenResources> resources(
        XRRGetScreenResourcesCurrent(display, DefaultRootWindow(display)));
    std::vector<Output> outputs;
    for (int i = 0; i < count; ++i) {
        const auto& monitor = monitors.get()[i];
        Output output{monitor.x, monitor.y, monitor.width, monitor.height, 0, 0, monitor.primary != 0};
        if (resources && monitor.noutput > 0) know_millimetres(display, *resources, monitor.outputs[0], output);
        outputs.push_back(output);
    }
    return outputs;
}

bool is_xwayland(SDL_Window& window) {
    Display* const display = server_of(window);
    int code = 0;
    int event = 0;
    int error = 0;
    return display != nullptr && XQueryExtension(display, "XWAYLAND", &code, &event, &error) != 0;
}

int connection_of(SDL_Window& window) {
    Display* const display = server_of(window);
    return display != nullptr ? ConnectionNumber(display) : -1;
}

std::optional<Output> output_to_fill(const std::vector<Output>& outputs) {
    if (outputs.empty()) return std::nullopt;
    const auto primary = std::find_if(outputs.begin(), outputs.end(), [](const Output& one) { return one.primary; });
    return primary == outputs.end() ? outputs.front() : *primary;
}

}  // namespace pocketplan::app
