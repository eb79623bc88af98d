#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "kiosk/picture/renderer.h"
#include "kiosk/ui/geometry.h"

namespace pocketplan::picture {

// A screen as a picture in memory, drawn by SDL's software renderer without a display. For pictures of screens.
class Picture {
public:
    explicit Picture(const ui::Display& display);
    void draw(const ui::Frame& frame, const ui::Atlas& atlas) { renderer_.draw(frame, atlas); }
    // Until all that was drawn is there.
    void flush() const { SDL_RenderFlush(target_.get()); }
    // 8-bit RGB, rows top to bottom without padding.
    [[nodiscard]] std::vector<std::uint8_t> pixels() const;
    // Writes a PNG; false if the file cannot be written.
    bool save(const std::filesystem::path& file) const;

private:
    SdlOwned<SDL_Surface, SDL_FreeSurface> surface_;
    SdlOwned<SDL_Renderer, SDL_DestroyRenderer> target_;
    Renderer renderer_;
};

}  // namespace pocketplan::picture
