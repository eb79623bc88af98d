#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory_resource>
#include <optional>
#include <span>
#include <vector>

namespace pocketplan::picture {

// 8-bit pixels, rows top to bottom without padding.
enum class Channels : std::uint8_t { grey = 1, rgb = 3 };
struct Pixels {
    int width = 0;
    int height = 0;
    Channels channels = Channels::rgb;
    std::span<const std::uint8_t> bytes;
};

// The bytes of a PNG file, in the default memory resource: they show what the pixels show. Empty where libpng refuses
// the picture.
std::optional<std::pmr::vector<std::byte>> encode_png(const Pixels& pixels);

// False if the file cannot be written.
bool save_png(const Pixels& pixels, const std::filesystem::path& file);

}  // namespace pocketplan::picture
