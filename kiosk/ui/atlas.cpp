#include "kiosk/ui/atlas.h"

#include <algorithm>

namespace pocketplan::ui {

void Atlas::clear() {
    spots_.clear();
    coverage_.assign(static_cast<std::size_t>(width) * height, 0);
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
    if (shelf_x_ + image.width > width) {
        shelf_y_ += shelf_height_ + 1;
        shelf_x_ = shelf_height_ = 0;
    }
    if (shelf_y_ + image.height > height || image.width > width) return std::nullopt;
    const Spot spot{shelf_x_, shelf_y_, image.width, image.height, image.left, image.top};
    for (int y = 0; y < image.height; ++y) {
        const auto row = image.coverage.begin() + static_cast<std::ptrdiff_t>(y) * image.width;
        std::copy_n(row, image.width, coverage_.begin() + (spot.y + y) * width + spot.x);
    }
    shelf_x_ += image.width + 1;
    shelf_height_ = std::max(shelf_height_, image.height);
    ++version_;
    return spots_.emplace(key, spot).first->second;
}

}  // namespace pocketplan::ui
