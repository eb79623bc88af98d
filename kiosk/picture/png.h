#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

namespace pocketplan::picture {

// 8-bit pixels, rows top to bottom without padding.
enum class Channels : std::uint8_t { grey = 1, rgb = 3 };
struct Pixels {
    int width = 0;
    int height = 0;
    Channels channels = Channels::rgb;
    std::span<const std::uint8_t> bytes;
};

// False where the file cannot be written.
bool save_png(const Pixels& pixels, const std::filesystem::path& file);

}  // namespace pocketplan::picture
