#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "printer/typeset/text.h"

namespace pocketplan::typeset {

// no_fonts: the fontconfig file is missing or names no usable font.
enum class TypesetFault { no_fonts };

// 8-bit coverage, rows top to bottom without padding; its top left corner is (left, top) pixels from the glyph's
// origin, y down.
struct GlyphImage {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> coverage;
};

// The only text engine, for screen and paper: Pango over the fonts of one fontconfig file. Used by one thread; only
// subset() may be called from several. Layouts go to the default memory resource; what Pango keeps inside is a seam
// that ends with the process (docs/PRIVACY.md).
class Typesetter {
public:
    // `fonts_conf`: the fontconfig file next to our fonts.
    static tl::expected<Typesetter, TypesetFault> create(const std::filesystem::path& fonts_conf);
    Typesetter(Typesetter&&) noexcept;
    Typesetter& operator=(Typesetter&&) noexcept;
    ~Typesetter();

    // Breaks `utf8` into lines no wider than `width`, between words or, if a word is wider, within it. Line breaks in
    // the text start a new line. `width` may be infinity.
    Layout lay_out(std::string_view utf8, const Style& style, double width) const;

    // The first character of a text that none of our fonts has; 0 if they have all.
    [[nodiscard]] char32_t missing_glyph(std::string_view utf8) const;

    // Whether a face is a bold one. A script without one has to stress words by their size.
    [[nodiscard]] bool is_bold(FaceIndex face) const;

    // Height of a capital of the interface's Latin face, in ems: turns LOOK.md's millimetres into Style::size.
    [[nodiscard]] double capital_height() const;

    GlyphImage rasterise(FaceIndex face, std::uint32_t glyph, double size) const;

    // A TrueType font of just these glyphs, a few kilobytes, reached by codes from `first_code` on, in their order.
    std::vector<std::byte> subset(FaceIndex face, char16_t first_code, std::span<const std::uint32_t> glyphs) const;

private:
    struct Engine;
    explicit Typesetter(std::unique_ptr<Engine> engine);
    std::unique_ptr<Engine> engine_;
};

}  // namespace pocketplan::typeset
