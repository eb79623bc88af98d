#include "tests/support/panel_screen.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pocketplan::tests {
namespace {

constexpr std::array outputs{"DUMMY0", "DUMMY1"};
constexpr std::array panels{"panel one", "panel two"};

std::string settings(const std::filesystem::path& folder) {
    std::string text = R"(Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
Section "Device"
  Identifier "displays"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Screen"
  Identifier "screen"
  Device "displays"
  DefaultDepth 24
EndSection
)";
    std::string layout = "Section \"ServerLayout\"\n  Identifier \"layout\"\n  Screen \"screen\"\n";
    for (const std::string panel : panels) {
        text += "Section \"InputDevice\"\n  Identifier \"" + panel +
                "\"\n  Driver \"inputtest\"\n  Option \"SocketPath\" \"" + (folder / panel).string() +
                "\"\n  Option \"DeviceType\" \"Touch\"\n  Option \"TouchCount\" \"10\"\n" + "EndSection\n";
        layout += "  InputDevice \"" + panel + "\" \"SendCoreEvents\"\n";
    }
    return text + layout + "EndSection\n";
}

std::unique_ptr<TemporaryFolder> folder_with_settings() {
    auto folder = std::make_unique<TemporaryFolder>("panel_screen");
    std::ofstream(folder->path() / "xorg.conf") << settings(folder->path());
    return folder;
}

// The protocol of inputtest (xf86-input-inputtest-protocol.h, version 1.1): its messages are these structs as they lie
// in memory.
enum class Message : std::uint32_t { version = 0, touch = 6 };
struct Version {
    std::uint32_t length = 12;  // the two numbers are of 16 bits, without what pads a struct
    Message message = Message::version;
    std::uint16_t major = 1;
    std::uint16_t minor = 1;
};
enum class TouchKind : std::uint32_t { begin = 18, update = 19, end = 20 };  // as XI_TouchBegin and so on
struct Touch {
    std::uint32_t length = sizeof(Touch);
    Message message = Message::touch;
    std::uint32_t finger = 0;
    TouchKind kind = TouchKind::begin;
    std::uint32_t has_unaccelerated = 0;
    std::array<std::uint8_t, 8> mask{3};  // of the valuators: the first two
    std::array<double, 64> valuators{};
    std::array<double, 64> unaccelerated{};
};
constexpr double most = 65535;  // of a valuator

int connect_to(const std::filesystem::path& path) {
    const int panel = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.string().copy(address.sun_path, sizeof address.sun_path - 1);
    const auto* const generic = reinterpret_cast<const sockaddr*>(&address);
    if (!eventually([&] { return connect(panel, generic, sizeof address) == 0; })) std::abort();
    const Version version;
    std::array<char, 12> answer{};
    if (write(panel, &version, sizeof version) < 0 || read(panel, answer.data(), answer.size()) <= 0) std::abort();
    return panel;
}

TouchKind kind_of(PanelScreen::Finger finger) {
    switch (finger) {
        case PanelScreen::Finger::comes_down:
            return TouchKind::begin;
        case PanelScreen::Finger::moves:
            return TouchKind::update;
        case PanelScreen::Finger::is_lifted:
            return TouchKind::end;
    }
    std::abort();
}

}  // namespace

PanelScreen::PanelScreen(int number, Size size) : PanelScreen(number, size, folder_with_settings()) {}

PanelScreen::PanelScreen(int number, Size size, std::unique_ptr<TemporaryFolder> folder)
    : RealScreen(
          number, {640, 480},
          {"Xorg", ":" + std::to_string(number), "-config", (folder->path() / "xorg.conf").string(), "-logfile",
           (folder->path() / "log").string(), "-noreset", "-nolisten", "tcp", "-novtswitch", "-sharevts", "-nocursor"}),
      folder_(std::move(folder)) {
    for (std::size_t panel = 0; panel < panels.size(); ++panel) {
        panels_[panel] = connect_to(folder_->path() / panels[panel]);
    }
    show_on(Plug::first, size);
}

PanelScreen::~PanelScreen() {
    for (const int panel : panels_) {
        if (panel >= 0) close(panel);
    }
}

void PanelScreen::run_xrandr(const std::vector<std::string>& arguments) const {
    std::vector<std::string> call{"xrandr", "-display", name()};
    call.insert(call.end(), arguments.begin(), arguments.end());
    run(call);
}

void PanelScreen::show_on(Plug plug, Size size) {
    const auto mode = std::to_string(size.width) + "x" + std::to_string(size.height) + "t";
    const auto width = std::to_string(size.width);
    const auto height = std::to_string(size.height);
    const std::string output = outputs[plug == Plug::first ? 0 : 1];
    // 60 pictures a second, without a moment between lines or pictures.
    run_xrandr({"--newmode", mode, std::to_string(size.width * size.height * 60 / 1e6), width, width, width, width,
                height, height, height, height});
    run_xrandr({"--addmode", output, mode});
    run_xrandr({"--output", output, "--mode", mode, "--pos", "0x0", "--output", outputs[plug == Plug::first ? 1 : 0],
                "--off"});
    know_size(size);
}

void PanelScreen::finger(Panel panel, unsigned number, Finger does, double x, double y) {
    Touch touch;
    touch.finger = number;
    touch.kind = kind_of(does);
    touch.valuators[0] = x / size().width * most;
    touch.valuators[1] = y / size().height * most;
    if (write(panels_[panel == Panel::first ? 0 : 1], &touch, sizeof touch) < 0) std::abort();
}

void PanelScreen::tap(Panel panel, unsigned number, double x, double y) {
    finger(panel, number, Finger::comes_down, x, y);
    finger(panel, number, Finger::is_lifted, x, y);
}

void PanelScreen::touch(double x, double y) {
    if (!hand_) return RealScreen::touch(x, y);
    tap(hand_->first, hand_->second, x, y);
}

void PanelScreen::pull_out(Panel panel) {
    const std::size_t at = panel == Panel::first ? 0 : 1;
    run({"env", "DISPLAY=" + name(), "xinput", "disable", panels[at]});
    close(std::exchange(panels_[at], -1));
}

void PanelScreen::plug_in(Panel panel) {
    const std::size_t at = panel == Panel::first ? 0 : 1;
    run({"env", "DISPLAY=" + name(), "xinput", "enable", panels[at]});
    panels_[at] = connect_to(folder_->path() / panels[at]);
}

}  // namespace pocketplan::tests
