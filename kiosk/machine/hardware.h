#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace pocketplan::machine {

// What the kernel found, by names that a person can recognise.
struct Hardware {
    std::vector<std::string> displays;  // that are connected: "HDMI-A-1, 1920x1080"
    std::vector<std::string> touch_screens;
    std::vector<std::string> sound;
};

// `root`: "/", or a test's copy of a machine. What cannot be read is not there.
Hardware find_hardware(const std::filesystem::path& root);

}  // namespace pocketplan::machine
