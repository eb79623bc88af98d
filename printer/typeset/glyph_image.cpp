#include <cmath>

#include "printer/typeset/engine.h"

namespace pocketplan::typeset {

GlyphImage Typesetter::rasterise(FaceIndex index, std::uint32_t glyph, double size) const {
    GlyphImage image;
    FT_Face face = engine_->open(index);
    if (face == nullptr || glyph == Glyph::invisible || glyph == Glyph::missing) return image;
    FT_Set_Char_Size(face, 0, std::lround(size * 64), 72, 72);
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_HINTING | FT_LOAD_RENDER) != 0) return image;
    const FT_Bitmap& bitmap = face->glyph->bitmap;
    image.left = face->glyph->bitmap_left;
    image.top = -face->glyph->bitmap_top;
    image.width = static_cast<int>(bitmap.width);
    image.height = static_cast<int>(bitmap.rows);
    image.coverage.reserve(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
    for (int row = 0; row < image.height; ++row) {
        const auto* const begin = bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch;
        image.coverage.insert(image.coverage.end(), begin, begin + image.width);
    }
    return image;
}

}  // namespace pocketplan::typeset
