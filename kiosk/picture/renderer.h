#pragma once

#include <memory>
#include <vector>

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

// Draws frames of triangles onto an SDL renderer: a window's, or that of a picture in memory. Keeps a copy of the atlas
// as a texture, and updates it when a glyph was added; and copies of the pictures of the frame that it drew last, which
// are whitened before they go.
class Renderer {
public:
    // `target` must outlive this.
    explicit Renderer(SDL_Renderer* target);
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;
    // Draws without presenting.
    void draw(const ui::Frame& frame, const ui::Atlas& atlas);
    // Draws only the ground, over whatever was there, and keeps no copy of any picture.
    void clear(ui::Colour ground);

private:
    struct Copy {
        ui::Picture of;
        SdlOwned<SDL_Texture, SDL_DestroyTexture> texture;
    };
    void paint(ui::Colour ground);
    void upload(const ui::Atlas& atlas);
    void copy(const std::vector<ui::Picture>& pictures);
    // Null, and so nothing, for a picture that SDL has no memory for.
    [[nodiscard]] SDL_Texture* find_copy(std::uint32_t version) const;

    SDL_Renderer* target_;
    SdlOwned<SDL_Texture, SDL_DestroyTexture> texture_;
    int version_ = -1;
    int height_ = 0;  // of the texture
    std::vector<Copy> copies_;
};

}  // namespace pocketplan::picture
