#include "kiosk/picture/png.h"

#include <png.h>

namespace pocketplan::picture {

namespace {

png_image header_of(const Pixels& pixels) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(pixels.width);
    image.height = static_cast<png_uint_32>(pixels.height);
    image.format = pixels.channels == Channels::grey ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
    image.flags = PNG_IMAGE_FLAG_FAST;
    return image;
}

}  // namespace

std::optional<std::pmr::vector<std::byte>> encode_png(const Pixels& pixels) {
    png_image image = header_of(pixels);
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::pmr::vector<std::byte> bytes(size);
    if (png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.bytes.data(), 0, nullptr) == 0) {
        return std::nullopt;
    }
    bytes.resize(size);
    return bytes;
}

bool save_png(const Pixels& pixels, const std::filesystem::path& file) {
    png_image image = header_of(pixels);
    return png_image_write_to_file(&image, file.c_str(), 0, pixels.bytes.data(), 0, nullptr) != 0;
}

}  // namespace pocketplan::picture
