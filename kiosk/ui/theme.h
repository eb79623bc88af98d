#pragma once

#include <cstdint>

#include "kiosk/visit/visit.h"

namespace pocketplan::ui {

// 0xAABBGGRR, as the vertices carry it.
using Colour = std::uint32_t;
constexpr Colour rgb(unsigned hex) {
    return 0xFF000000U | (hex & 0xFFU) << 16U | (hex & 0xFF00U) | hex >> 16U;
}

using visit::Theme;

// The colours of a screen. Text on `ground`, `card`, `notice` and `accent` has a contrast of 10:1 or more, 20:1 in the
// two plain themes (VVSG 2.0, 7.1-C and -D); edges and signs have 3:1 (WCAG 2.2, 1.4.11).
struct Palette {
    Colour ground;
    Colour card;
    Colour ink;
    Colour faint;  // lines and borders; never text
    Colour accent;
    Colour on_accent;
    Colour chosen;  // the ground of a chosen card
    Colour notice;
    Colour on_notice;
    Colour pressed;
};

const Palette& palette(Theme theme);

}  // namespace pocketplan::ui
