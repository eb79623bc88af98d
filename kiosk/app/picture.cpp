#include "kiosk/app/picture.h"

#include <png.h>

namespace pocketplan::app {

Picture::Picture(const ui::Display& display)
    : surface_(SDL_CreateRGBSurfaceWithFormat(0, display.width, display.height, 32, SDL_PIXELFORMAT_RGBX8888)),
      target_(SDL_CreateSoftwareRenderer(surface_.get())),
      renderer_(target_.get()) {}

std::vector<std::uint8_t> Picture::pixels() const {
    SDL_RenderFlush(target_.get());
    const int row = surface_->w * 3;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(row) * static_cast<std::size_t>(surface_->h));
    SDL_RenderReadPixels(target_.get(), nullptr, SDL_PIXELFORMAT_RGB24, pixels.data(), row);
    return pixels;
}

bool Picture::save(const std::filesystem::path& file) const {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(surface_->w);
    image.height = static_cast<png_uint_32>(surface_->h);
    image.format = PNG_FORMAT_RGB;
    image.flags = PNG_IMAGE_FLAG_FAST;
    return png_image_write_to_file(&image, file.c_str(), 0, pixels().data(), 0, nullptr) != 0;
}

}  // namespace pocketplan::app
