#pragma once

#include <array>

#include "kiosk/ui/geometry.h"

// The displays that Pocketplan is made for (docs/LOOK.md, Displays), with the pixels and millimetres of real panels.
namespace pocketplan::pictures {

inline constexpr ui::Display wide{1920, 1080, 5.56};   // 15.6 inches
inline constexpr ui::Display tall{1080, 1920, 5.56};   // 15.6 inches
inline constexpr ui::Display small{1024, 600, 4.62};   // 10.1 inches
inline constexpr ui::Display middle{1280, 800, 4.64};  // 12.8 inches
inline constexpr ui::Display large{3840, 2160, 5.53};  // 32 inches

struct NamedDisplay {
    const char* name;
    ui::Display display;
};
inline constexpr std::array<NamedDisplay, 5> displays{
    {{"wide", wide}, {"tall", tall}, {"small", small}, {"middle", middle}, {"large", large}}};

}  // namespace pocketplan::pictures
