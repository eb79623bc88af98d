#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

namespace pocketplan::typeset {

// All lengths are in the unit of Style::size, which the caller chooses: points on paper, pixels on screen. y grows
// downwards.

enum class Direction { left_to_right, right_to_left };
enum class Weight { regular, bold };
// start and end follow Style::side.
enum class Align { start, centre, end };

struct Style {
    double size = 10;          // of the em
    double line_height = 1.4;  // baseline to baseline, in ems
    Weight weight = Weight::regular;
    Align align = Align::start;
    Direction direction = Direction::left_to_right;  // the paragraph's: the text's own language
    Direction side = Direction::left_to_right;       // where lines start: the page's, also for English beside Arabic
    std::string_view language = "en";                // BCP 47; selects glyph shapes
};

// A font file the Typesetter has met.
enum class FaceIndex : std::uint16_t {};

struct Glyph {
    static constexpr std::uint32_t invisible = 0xFFFFFFFF;  // has no shape, and may take room
    static constexpr std::uint32_t missing = 0xFFFFFFFE;    // in no font: see boxes_of()

    std::uint32_t id = 0;  // in the face, or one of those
    double x = 0;          // of its origin, from the line's left edge
    double y = 0;          // of its origin, from the baseline
    double advance = 0;
    std::uint32_t text_begin = 0;  // the bytes of Layout::text that it stands for; empty for
    std::uint32_t text_end = 0;    // all but the first glyph of a cluster
};

struct Run {
    FaceIndex face{};
    double size = 0;
    Direction direction = Direction::left_to_right;
    std::pmr::vector<Glyph> glyphs;  // in visual order
};

struct Line {
    double left = 0;  // where the ink's box begins within the layout's width
    double width = 0;
    double baseline = 0;  // from the layout's top
    std::pmr::vector<Run> runs;
};

// A paragraph, shaped and broken into lines. Lives in the default memory resource, because its text may be a visitor's.
struct Layout {
    std::pmr::vector<char> text;
    std::pmr::vector<Line> lines;
    double width = 0;  // of the widest line
    double height = 0;
    std::pmr::vector<char32_t> missing;  // characters that none of our fonts has, in the order met
    bool broken_word = false;            // a word was too wide for its line
    bool broken_number = false;          // so was a number that is kept on one line
    bool turned_number = false;          // turns_a_number()
};

// Drawn for a missing character, so that nobody takes the gap for the end: an empty box, in coordinates from the
// layout's top left corner.
struct Box {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
    double line = 0;  // thickness
};
std::pmr::vector<Box> boxes_of(const Layout& layout);

}  // namespace pocketplan::typeset
