#include "kiosk/picture/renderer.h"

#include <cmath>
#include <vector>

namespace pocketplan::picture {

Renderer::Renderer(SDL_Renderer* target)
    : target_(target),
      texture_(SDL_CreateTexture(target, SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STATIC, ui::Atlas::width,
                                 ui::Atlas::height)) {
    SDL_SetTextureBlendMode(texture_.get(), SDL_BLENDMODE_BLEND);
    SDL_SetTextureScaleMode(texture_.get(), SDL_ScaleModeNearest);
}

void Renderer::upload(const ui::Atlas& atlas) {
    if (atlas.version() == version_) return;
    version_ = atlas.version();
    const auto used = static_cast<std::size_t>(atlas.used_height());
    std::vector<std::uint32_t> pixels(used * ui::Atlas::width);
    for (std::size_t at = 0; at < pixels.size(); ++at) {
        pixels[at] = 0x00FFFFFFU | static_cast<std::uint32_t>(atlas.coverage()[at]) << 24U;
    }
    const SDL_Rect rows{0, 0, ui::Atlas::width, atlas.used_height()};
    SDL_UpdateTexture(texture_.get(), &rows, pixels.data(), ui::Atlas::width * 4);
}

void Renderer::clear(ui::Colour ground) {
    const auto channel = [&](unsigned shift) { return static_cast<Uint8>(ground >> shift & 0xFFU); };
    SDL_RenderSetClipRect(target_, nullptr);
    SDL_SetRenderDrawColor(target_, channel(0), channel(8), channel(16), 255);
    SDL_RenderClear(target_);
}

void Renderer::draw(const ui::Frame& frame, const ui::Atlas& atlas) {
    upload(atlas);
    clear(frame.ground);
    for (const auto& list : frame.lists) {
        for (const auto& command : list.commands) {
            const SDL_Rect clip{static_cast<int>(command.left), static_cast<int>(command.top),
                                static_cast<int>(std::ceil(command.right - command.left)),
                                static_cast<int>(std::ceil(command.bottom - command.top))};
            SDL_RenderSetClipRect(target_, &clip);
            const auto vertices = list.vertices.subspan(command.first_vertex);
            const auto indices = list.indices.subspan(command.first_index, command.index_count);
            constexpr int stride = sizeof(ui::Vertex);
            SDL_RenderGeometryRaw(target_, texture_.get(), &vertices[0].x, stride,
                                  reinterpret_cast<const SDL_Color*>(&vertices[0].colour), stride, &vertices[0].u,
                                  stride, static_cast<int>(vertices.size()), indices.data(),
                                  static_cast<int>(indices.size()), sizeof(std::uint16_t));
        }
    }
    SDL_RenderSetClipRect(target_, nullptr);
}

}  // namespace pocketplan::picture
