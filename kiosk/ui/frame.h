#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "kiosk/ui/pictures.h"
#include "kiosk/ui/theme.h"

namespace pocketplan::ui {

// One drawn frame as triangles, for whoever owns the screen. Views into the Ui; valid until the next frame.
struct Vertex {
    float x, y;  // pixels
    float u, v;  // in the texture, 0 to 1
    Colour colour;
};
struct Command {
    float left, top, right, bottom;  // clip, in pixels
    std::uint32_t first_index, index_count, first_vertex;
    std::uint32_t texture;  // 0: the atlas; n: the frame's picture n - 1
};
struct DrawList {
    std::span<const Vertex> vertices;
    std::span<const std::uint16_t> indices;
    std::vector<Command> commands;
};
struct Frame {
    Colour ground{};
    std::vector<DrawList> lists;
    std::vector<Picture> pictures;
};

}  // namespace pocketplan::ui
