#include "kiosk/picture/png.h"

#include <png.h>

namespace pocketplan::picture {

bool save_png(const Pixels& pixels, const std::filesystem::path& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(pixels.width);
    image.height = static_cast<png_uint_32>(pixels.height);
    image.format = pixels.channels == Channels::grey ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
    image.flags = PNG_IMAGE_FLAG_FAST;
    return png_image_write_to_file(&image, file.c_str(), 0, pixels.bytes.data(), 0, nullptr) != 0;
}

}  // namespace pocketplan::picture
