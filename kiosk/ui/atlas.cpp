#include "kiosk/ui/atlas.h"

#include <algorithm>

#include "kiosk/ui/icon_image.h"

namespace pocketplan::ui {

void Atlas::clear() {
    spots_.clear();
    icon_spots_.clear();
    coverage_.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height_), 0);
    for (int y = 0; y < solid; ++y) std::fill_n(coverage_.begin() + y * width, solid, 255);
    shelf_x_ = solid + 1;
    shelf_y_ = 0;
    shelf_height_ = solid;
    ++version_;
}

std::optional<Atlas::Spot> Atlas::find(const typeset::Typesetter& typesetter, typeset::FaceIndex face,
                                       std::uint32_t glyph, double size) {
    const Key key{face, glyph, size};
    const auto known = spots_.find(key);
    if (known != spots_.end()) return known->second;

    const auto image = typesetter.rasterise(face, glyph, size);
    auto spot = put(image.width, image.height, image.coverage);
    if (!spot) return std::nullopt;
    spot->left = image.left;
    spot->top = image.top;
    return spots_.emplace(key, *spot).first->second;
}

std::optional<Atlas::Spot> Atlas::find(Icon icon, int side, typeset::Direction direction) {
    const IconKey key{icon, side, direction};
    const auto known = icon_spots_.find(key);
    if (known != icon_spots_.end()) return known->second;

    const auto spot = put(side, side, image_of(icon, side, direction));
    if (!spot) return std::nullopt;
    return icon_spots_.emplace(key, *spot).first->second;
}

std::optional<Atlas::Spot> Atlas::put(int image_width, int image_height, std::span<const std::uint8_t> image) {
    if (shelf_x_ + image_width > width) {
        shelf_y_ += shelf_height_ + 1;
        shelf_x_ = shelf_height_ = 0;
    }
    if (shelf_y_ + image_height > most_height || image_width > width) return std::nullopt;
    while (shelf_y_ + image_height > height_) height_ *= 2;
    coverage_.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height_), 0);
    const Spot spot{shelf_x_, shelf_y_, image_width, image_height, 0, 0};
    for (int y = 0; y < image_height; ++y) {
        const auto row = image.begin() + static_cast<std::ptrdiff_t>(y) * image_width;
        std::copy_n(row, image_width, coverage_.begin() + (spot.y + y) * width + spot.x);
    }
    shelf_x_ += image_width + 1;
    shelf_height_ = std::max(shelf_height_, image_height);
    ++version_;
    return spot;
}

}  // namespace pocketplan::ui
