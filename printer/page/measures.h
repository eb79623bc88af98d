#pragma once

namespace pocketplan::page {

// Points.
inline constexpr double ruled_line = 24;  // room to write by hand
inline constexpr double millimetre = 72 / 25.4;
inline constexpr double margin = 54;                        // 3/4 inch: inside nearly every printer's reach
inline constexpr double foot_margin = 30;                   // below the foot
inline constexpr double above_foot = 10;                    // at least, between text and foot
inline constexpr double roll_margin = 4 * millimetre;       // an 80 mm roll is printed on 72 mm
inline constexpr double longest_strip = 3000 * millimetre;  // of 14,400 points that a PDF page may have

}  // namespace pocketplan::page
