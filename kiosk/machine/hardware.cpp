#include "kiosk/machine/hardware.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string_view>

namespace pocketplan::machine {
namespace {

namespace fs = std::filesystem;

std::string first_line_of(const fs::path& file) {
    std::string line;
    std::ifstream stream(file);
    std::getline(stream, line);
    return line;
}

// Connectors are folders such as card0-HDMI-A-1 (the kernel's drm-kms documentation).
std::vector<std::string> displays(const fs::path& root) {
    std::vector<std::string> displays;
    std::error_code error;
    fs::directory_iterator connector(root / "sys/class/drm", error);
    for (; !error && connector != fs::directory_iterator(); connector.increment(error)) {
        if (first_line_of(connector->path() / "status") != "connected") continue;
        const auto folder = connector->path().filename().string();
        const auto mode = first_line_of(connector->path() / "modes");
        displays.push_back(folder.substr(folder.find('-') + 1) + (mode.empty() ? "" : ", " + mode));
    }
    std::sort(displays.begin(), displays.end());
    return displays;
}

// Of what is touched where it shows (INPUT_PROP_DIRECT, bit 1 of "B: PROP="), unlike a touchpad.
std::vector<std::string> touch_screens(const fs::path& root) {
    constexpr std::string_view name_is = "N: Name=\"";
    constexpr std::string_view properties_are = "B: PROP=";
    constexpr unsigned long direct = 1UL << 1U;
    std::vector<std::string> names;
    std::ifstream devices(root / "proc/bus/input/devices");
    std::string name;
    for (std::string line; std::getline(devices, line);) {
        if (line.starts_with(name_is)) name = line.substr(name_is.size(), line.size() - name_is.size() - 1);
        if (!line.starts_with(properties_are)) continue;
        const auto properties = std::strtoul(line.c_str() + properties_are.size(), nullptr, 16);
        if ((properties & direct) != 0) names.push_back(name);
    }
    return names;
}

// " 0 [PCH            ]: HDA-Intel - HDA Intel PCH", and a second line with where it is.
std::vector<std::string> sound(const fs::path& root) {
    std::vector<std::string> names;
    std::ifstream cards(root / "proc/asound/cards");
    for (std::string line; std::getline(cards, line);) {
        const auto number_ends = line.find(" [");
        const auto name = line.find(" - ");
        if (number_ends != std::string::npos && name != std::string::npos) names.push_back(line.substr(name + 3));
    }
    return names;
}

}  // namespace

Hardware find_hardware(const fs::path& root) {
    return {displays(root), touch_screens(root), sound(root)};
}

}  // namespace pocketplan::machine
