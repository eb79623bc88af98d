#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "kiosk/picture/renderer.h"
#include "kiosk/ui/geometry.h"

namespace pocketplan::picture {

// A screen as a picture in memory, drawn by SDL's software renderer with no display. For pictures of every screen.
class Picture {
public:
    explicit Picture(const ui::Display& display);
    void draw(const ui::Frame& frame, const ui::Atlas& atlas) { renderer_.draw(frame, atlas); }
    // 8-bit RGB, rows top to bottom without padding.
    [[nodiscard]] std::vector<std::uint8_t> pixels() const;
    // As PNG; false where the file cannot be written.
    bool save(const std::filesystem::path& file) const;

private:
    SdlOwned<SDL_Surface, SDL_FreeSurface> surface_;
    SdlOwned<SDL_Renderer, SDL_DestroyRenderer> target_;
    Renderer renderer_;
};

}  // namespace pocketplan::picture
