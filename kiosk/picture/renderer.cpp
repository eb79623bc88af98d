#include "kiosk/picture/renderer.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace pocketplan::picture {
namespace {

// Straight into the texture's own pixels, so that there is no copy more. `value_of`: by the pixel's place, row by row.
template <class ValueOf>
void fill(SDL_Texture* texture, int width, int height, ValueOf value_of) {
    const SDL_Rect rows{0, 0, width, height};
    void* pixels = nullptr;
    int pitch = 0;
    if (SDL_LockTexture(texture, &rows, &pixels, &pitch) != 0) return;
    std::size_t at = 0;
    for (int y = 0; y < height; ++y) {
        auto* const row = reinterpret_cast<std::uint32_t*>(static_cast<std::uint8_t*>(pixels) + y * pitch);
        for (int x = 0; x < width; ++x) row[x] = value_of(at++);
    }
    SDL_UnlockTexture(texture);
}

// All 255 for want of a picture.
void fill(SDL_Texture* texture, const ui::Picture& picture) {
    const auto& grey = picture.grey;
    fill(texture, picture.width, picture.height,
         [&](std::size_t at) { return 0x00010101U * (grey.empty() ? 255U : grey[at]); });
}

}  // namespace

Renderer::Renderer(SDL_Renderer* target) : target_(target) {}

void Renderer::upload(const ui::Atlas& atlas) {
    if (atlas.version() == version_) return;
    version_ = atlas.version();
    if (height_ != atlas.height()) {
        height_ = atlas.height();
        texture_.reset(
            SDL_CreateTexture(target_, SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STREAMING, ui::Atlas::width, height_));
        SDL_SetTextureBlendMode(texture_.get(), SDL_BLENDMODE_BLEND);
        SDL_SetTextureScaleMode(texture_.get(), SDL_ScaleModeNearest);
    }
    const auto coverage = atlas.coverage();
    fill(texture_.get(), ui::Atlas::width, atlas.used_height(),
         [&](std::size_t at) { return 0x00FFFFFFU | static_cast<std::uint32_t>(coverage[at]) << 24U; });
}

Renderer::~Renderer() {
    copy({});
}

void Renderer::copy(const std::vector<ui::Picture>& pictures) {
    const auto is_gone = [&](const Copy& copy) {
        const auto shows = [&](const ui::Picture& picture) { return picture.version == copy.of.version; };
        return std::none_of(pictures.begin(), pictures.end(), shows);
    };
    for (const auto& copy : copies_) {
        if (is_gone(copy)) fill(copy.texture.get(), copy.of);
    }
    std::erase_if(copies_, is_gone);
    for (const auto& picture : pictures) {
        if (find_copy(picture.version) != nullptr) continue;
        SdlOwned<SDL_Texture, SDL_DestroyTexture> texture(SDL_CreateTexture(
            target_, SDL_PIXELFORMAT_RGB888, SDL_TEXTUREACCESS_STREAMING, picture.width, picture.height));
        if (!texture) continue;
        SDL_SetTextureBlendMode(texture.get(), SDL_BLENDMODE_NONE);
        fill(texture.get(), picture);
        // What stays is what to look for, and how large it is; the pixels are somebody else's and may go.
        copies_.push_back({{picture.version, picture.width, picture.height, {}}, std::move(texture)});
    }
}

SDL_Texture* Renderer::find_copy(std::uint32_t version) const {
    const auto known =
        std::find_if(copies_.begin(), copies_.end(), [&](const Copy& copy) { return copy.of.version == version; });
    return known == copies_.end() ? nullptr : known->texture.get();
}

void Renderer::clear(ui::Colour ground) {
    copy({});
    paint(ground);
}

void Renderer::paint(ui::Colour ground) {
    const auto channel = [&](unsigned shift) { return static_cast<Uint8>(ground >> shift & 0xFFU); };
    SDL_RenderSetClipRect(target_, nullptr);
    SDL_SetRenderDrawColor(target_, channel(0), channel(8), channel(16), 255);
    SDL_RenderClear(target_);
}

void Renderer::draw(const ui::Frame& frame, const ui::Atlas& atlas) {
    upload(atlas);
    copy(frame.pictures);
    paint(frame.ground);
    for (const auto& list : frame.lists) {
        for (const auto& command : list.commands) {
            const SDL_Rect clip{static_cast<int>(command.left), static_cast<int>(command.top),
                                static_cast<int>(std::ceil(command.right - command.left)),
                                static_cast<int>(std::ceil(command.bottom - command.top))};
            SDL_RenderSetClipRect(target_, &clip);
            const auto vertices = list.vertices.subspan(command.first_vertex);
            const auto indices = list.indices.subspan(command.first_index, command.index_count);
            constexpr int stride = sizeof(ui::Vertex);
            SDL_Texture* const from =
                command.texture == 0 ? texture_.get() : find_copy(frame.pictures[command.texture - 1].version);
            if (from == nullptr) continue;
            SDL_RenderGeometryRaw(target_, from, &vertices[0].x, stride,
                                  reinterpret_cast<const SDL_Color*>(&vertices[0].colour), stride, &vertices[0].u,
                                  stride, static_cast<int>(vertices.size()), indices.data(),
                                  static_cast<int>(indices.size()), sizeof(std::uint16_t));
        }
    }
    SDL_RenderSetClipRect(target_, nullptr);
}

}  // namespace pocketplan::picture
