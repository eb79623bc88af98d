#include "tests/systemd/machine/virtual_machine.h"

#include <array>
#include <cmath>
#include <fstream>
#include <stdexcept>
#include <thread>

#include <nlohmann/json.hpp>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pocketplan::tests {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr auto boots_within = std::chrono::minutes(5);
// No faster than a finger: libinput takes quicker presses for a bouncing button.
constexpr auto finger_stays = std::chrono::milliseconds(60);
constexpr auto between_touches = std::chrono::milliseconds(200);

Json key_event(const std::string& name, bool down) {
    return {{"type", "key"}, {"data", {{"down", down}, {"key", {{"type", "qcode"}, {"data", name}}}}}};
}

}  // namespace

class VirtualMachine::Line {
public:
    explicit Line(const fs::path& socket_file) : socket_(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        socket_file.string().copy(address.sun_path, sizeof address.sun_path - 1);
        const bool there =
            eventually([&] { return connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0; });
        if (!there) throw std::runtime_error("QEMU does not listen on " + socket_file.string());
    }
    ~Line() { close(socket_); }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    void say(const std::string& text) {
        if (write(socket_, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
            throw std::runtime_error("QEMU has ended");
        }
    }
    // Up to the end of `mark`, which is removed. If it does not come in time: empty, and what came is kept.
    std::string hear(const std::string& mark, std::chrono::milliseconds patience) {
        const auto end = std::chrono::steady_clock::now() + patience;
        while (heard_.find(mark) == std::string::npos && std::chrono::steady_clock::now() < end) {
            pollfd waiting{socket_, POLLIN, 0};
            if (poll(&waiting, 1, 100) <= 0) continue;
            std::array<char, 4096> bytes{};
            const auto got = read(socket_, bytes.data(), bytes.size());
            if (got <= 0) break;
            heard_.append(bytes.data(), static_cast<std::size_t>(got));
        }
        const auto at = heard_.find(mark);
        if (at == std::string::npos) return {};
        const auto told = heard_.substr(0, at + mark.size());
        heard_.erase(0, at + mark.size());
        return told.substr(0, at);
    }

private:
    int socket_;
    std::string heard_;
};

VirtualMachine::VirtualMachine(const fs::path& made) : made_(made), folder_("machine", made) {
    run({"cp", "--sparse=always", (made / "disk").string(), (folder_.path() / "disk").string()});
}

VirtualMachine::~VirtualMachine() {
    cut_power();
}

bool VirtualMachine::boot() {
    const auto file = [&](const char* name) { return (folder_.path() / name).string(); };
    const auto [width, height] = size();
    process_ = std::make_unique<Process>(
        std::vector<std::string>{
            "qemu-system-x86_64",
            "-machine",
            "q35,memory-backend=ram",
            "-accel",
            "tcg,thread=multi",
            "-cpu",
            "max",
            "-smp",
            "2",
            "-m",
            "1G",
            "-object",
            "memory-backend-file,id=ram,size=1G,share=on,mem-path=" + file("ram"),
            "-display",
            "none",
            "-vga",
            "none",
            "-device",
            "virtio-vga,edid=on,xres=" + std::to_string(width) + ",yres=" + std::to_string(height),
            "-device",
            "virtio-tablet-pci",
            "-device",
            "virtio-keyboard-pci",
            "-device",
            "virtio-rng-pci",
            "-nic",
            "user,model=virtio-net-pci",
            "-drive",
            "format=raw,if=virtio,cache=unsafe,file=" + file("disk"),
            "-kernel",
            (made_ / "kernel").string(),
            "-initrd",
            (made_ / "initrd").string(),
            "-append",
            "root=/dev/vda rw console=ttyS0 quiet loglevel=0 systemd.show_status=no init_on_free=1",
            "-serial",
            "unix:" + file("serial") + ",server=on,wait=off",
            "-qmp",
            "unix:" + file("monitor") + ",server=on,wait=off"},
        file("log"));
    monitor_ = std::make_unique<Line>(file("monitor"));
    serial_ = std::make_unique<Line>(file("serial"));
    order("qmp_capabilities");
    return eventually(
        [&] {
            serial_->say("stty -echo; echo RE''ADY\n");
            return !serial_->hear("READY\r\n", std::chrono::seconds(5)).empty();
        },
        boots_within);
}

void VirtualMachine::cut_power() {
    monitor_.reset();
    serial_.reset();
    process_.reset();
}

void VirtualMachine::order(const std::string& command, const std::string& arguments) {
    monitor_->say(R"({"execute": ")" + command + R"(", "arguments": )" + arguments + "}\n");
    for (;;) {
        const auto line = monitor_->hear("\n", std::chrono::seconds(60));
        if (line.empty()) throw std::runtime_error("QEMU does not answer " + command);
        const auto answer = Json::parse(line);
        if (answer.contains("error")) throw std::runtime_error(command + ": " + line);
        if (answer.contains("return")) return;
    }
}

std::string VirtualMachine::shell(const std::string& command) {
    const auto number = std::to_string(++commands_);
    // Quoted, so that the echo is not taken for the mark.
    serial_->say("echo BE''GUN-" + number + "; { " + command + "\n} 2>&1; echo EN''DED-" + number + "\n");
    serial_->hear("BEGUN-" + number + "\r\n", std::chrono::minutes(1));
    auto told = serial_->hear("ENDED-" + number + "\r\n", std::chrono::minutes(2));
    std::erase(told, '\r');
    while (told.ends_with('\n')) told.pop_back();
    return told;
}

void VirtualMachine::touch(double x, double y) {
    constexpr double whole = 32767;  // of the tablet's axes
    const auto axis = [](const char* name, double value) -> Json {
        return {{"type", "abs"}, {"data", {{"axis", name}, {"value", std::lround(value)}}}};
    };
    const auto button = [](bool down) -> Json {
        return {{"type", "btn"}, {"data", {{"button", "left"}, {"down", down}}}};
    };
    const auto send = [&](const Json& events) { order("input-send-event", Json{{"events", events}}.dump()); };
    send({axis("x", x * whole / size().width), axis("y", y * whole / size().height)});
    send(Json::array({button(true)}));
    std::this_thread::sleep_for(finger_stays);
    send(Json::array({button(false)}));
    std::this_thread::sleep_for(between_touches);
}

void VirtualMachine::press_keys(const std::vector<std::string>& names) {
    Json events = Json::array();
    for (const auto& name : names) events.push_back(key_event(name, true));
    for (auto name = names.rbegin(); name != names.rend(); ++name) events.push_back(key_event(*name, false));
    order("input-send-event", Json{{"events", events}}.dump());
}

std::vector<std::uint8_t> VirtualMachine::pixels() {
    const auto file = folder_.path() / "screen";
    order("screendump", Json{{"filename", file.string()}}.dump());
    std::ifstream in(file, std::ios::binary);
    std::string format;
    int width = 0;
    int height = 0;
    int most = 0;
    in >> format >> width >> height >> most;  // netpbm's "P6"
    in.ignore();
    std::vector<std::uint8_t> values(static_cast<std::size_t>(3 * width * height));
    in.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(values.size()));
    return values;
}

std::vector<Hit> VirtualMachine::find_in_memory(const Needles& needles) {
    const bool on = is_on();
    if (on) order("stop");
    auto hits = find_in_file(folder_.path() / "ram", needles);
    if (on) order("cont");
    return hits;
}

std::string VirtualMachine::find_mark(const std::vector<std::string>& words) {
    std::ifstream ram(folder_.path() / "ram", std::ios::binary);
    return mark_before(find_in_memory(Needles(words)), [&](std::uintptr_t address, std::string& bytes) {
        ram.seekg(static_cast<std::streamoff>(address));
        return bool(ram.read(bytes.data(), static_cast<std::streamsize>(bytes.size())));
    });
}

std::vector<Hit> VirtualMachine::find_on_disk(const Needles& needles) const {
    return find_in_file(folder_.path() / "disk", needles);
}

}  // namespace pocketplan::tests
