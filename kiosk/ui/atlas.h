#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "assets/icon.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::ui {

// The glyphs and icons on screen, in one picture of 8-bit coverage. They are added as they are first drawn, on shelves.
// The picture grows as they need it, and where it cannot grow it starts over; the frame is then drawn once more. Its
// top left pixels are solid, for all else. Driven by the Ui.
class Atlas {
public:
    static constexpr int width = 2048;
    static constexpr int most_height = 1024;
    static constexpr int solid = 4;  // pixels square

    Atlas() { clear(); }

    struct Spot {
        int x = 0, y = 0, width = 0, height = 0;  // in the atlas
        int left = 0, top = 0;                    // from the glyph's origin
    };
    // Unset where there is no room left, and it cannot grow.
    std::optional<Spot> find(const typeset::Typesetter& typesetter, typeset::FaceIndex face, std::uint32_t glyph,
                             double size);
    // `side`: of the icon's square, in pixels.
    std::optional<Spot> find(Icon icon, int side, typeset::Direction direction);
    void clear();

    // Of the picture: a power of two, so that what is drawn with it has exact coordinates.
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] std::span<const std::uint8_t> coverage() const { return coverage_; }
    // Rows that hold anything.
    [[nodiscard]] int used_height() const { return shelf_y_ + shelf_height_; }
    // Grows with every change, so that whoever uploads the picture knows when.
    [[nodiscard]] int version() const { return version_; }

private:
    using Key = std::tuple<typeset::FaceIndex, std::uint32_t, double>;
    using IconKey = std::tuple<Icon, int, typeset::Direction>;
    // Puts an image on the shelves.
    std::optional<Spot> put(int image_width, int image_height, std::span<const std::uint8_t> image);

    std::map<Key, Spot> spots_;
    std::map<IconKey, Spot> icon_spots_;
    std::vector<std::uint8_t> coverage_;
    int height_ = 256;
    int shelf_x_ = 0;
    int shelf_y_ = 0;
    int shelf_height_ = 0;
    int version_ = 0;
};

}  // namespace pocketplan::ui
