#pragma once

namespace pocketplan::page {

// Points.
inline constexpr double ruled_line = 24;  // room to write by hand
inline constexpr double millimetre = 72 / 25.4;
inline constexpr double margin = 54;  // at the sides
inline constexpr double top_margin = 45;
inline constexpr double foot_margin = 24;                   // 1/3 inch: inside nearly every printer's reach
inline constexpr double above_foot = 10;                    // at least, between text and foot
inline constexpr double roll_margin = 4 * millimetre;       // an 80 mm roll is printed on 72 mm
inline constexpr double longest_strip = 3000 * millimetre;  // of 14,400 points that a PDF page may have

// The grid of a sheet. Words in both languages stand on the same lines, half a line apart from one item to the next.
// Ticks, numbers and icons hang in a margin of their own, and the second language has one column from top to foot.
inline constexpr double line_pitch = 14;
inline constexpr double half_line = line_pitch / 2;
inline constexpr double hanging = 20;
inline constexpr double gutter = 18;          // between the languages
inline constexpr double second_share = 0.42;  // of what the gutter leaves

}  // namespace pocketplan::page
