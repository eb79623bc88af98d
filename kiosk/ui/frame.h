#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "kiosk/ui/theme.h"

namespace pocketplan::ui {

// One drawn frame as triangles, for whoever owns the screen. Views into the Ui; valid until the next frame.
struct Vertex {
    float x, y;  // pixels
    float u, v;  // in the atlas, 0 to 1
    Colour colour;
};
struct Command {
    float left, top, right, bottom;  // clip, in pixels
    std::uint32_t first_index, index_count, first_vertex;
};
struct DrawList {
    std::span<const Vertex> vertices;
    std::span<const std::uint16_t> indices;
    std::vector<Command> commands;
};
struct Frame {
    Colour ground{};
    std::vector<DrawList> lists;
};

}  // namespace pocketplan::ui
