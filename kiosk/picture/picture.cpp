#include "kiosk/picture/picture.h"

#include "kiosk/picture/png.h"

namespace pocketplan::picture {

Picture::Picture(const ui::Display& display)
    : surface_(SDL_CreateRGBSurfaceWithFormat(0, display.width, display.height, 32, SDL_PIXELFORMAT_RGBX8888)),
      target_(SDL_CreateSoftwareRenderer(surface_.get())),
      renderer_(target_.get()) {}

std::vector<std::uint8_t> Picture::pixels() const {
    flush();
    const int row = surface_->w * 3;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(row) * static_cast<std::size_t>(surface_->h));
    SDL_RenderReadPixels(target_.get(), nullptr, SDL_PIXELFORMAT_RGB24, pixels.data(), row);
    return pixels;
}

bool Picture::save(const std::filesystem::path& file) const {
    const auto rgb = pixels();
    return save_png({surface_->w, surface_->h, Channels::rgb, rgb}, file);
}

}  // namespace pocketplan::picture
