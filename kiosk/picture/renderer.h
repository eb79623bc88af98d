#pragma once

#include <memory>

#include <SDL.h>

#include "kiosk/ui/atlas.h"
#include "kiosk/ui/frame.h"

namespace pocketplan::picture {

template <auto Release>
struct SdlRelease {
    template <class T>
    void operator()(T* object) const {
        Release(object);
    }
};
template <class T, auto Release>
using SdlOwned = std::unique_ptr<T, SdlRelease<Release>>;

// Puts frames of triangles onto an SDL renderer: a window's, or that of a picture in memory. Keeps a copy of the atlas
// as a texture, and renews it when a glyph was added.
class Renderer {
public:
    // `target` must outlive this.
    explicit Renderer(SDL_Renderer* target);
    // Draws, and does not yet show.
    void draw(const ui::Frame& frame, const ui::Atlas& atlas);
    // Nothing but the ground, over whatever was there.
    void clear(ui::Colour ground);

private:
    void upload(const ui::Atlas& atlas);

    SDL_Renderer* target_;
    SdlOwned<SDL_Texture, SDL_DestroyTexture> texture_;
    int version_ = -1;
};

}  // namespace pocketplan::picture
