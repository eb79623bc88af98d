#pragma once

#include <cstdint>
#include <map>
#include <memory_resource>
#include <tuple>
#include <vector>

#include "printer/page/page.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::papers {

// A page as the eye sees it: 8-bit grey, rows top to bottom without padding, 0 for ink and 255 for paper. It shows what
// the visitor said, and lies in the default memory resource.
struct Image {
    int width = 0;  // pixels
    int height = 0;
    std::pmr::vector<std::uint8_t> grey;
};

// Draws pages that were laid out for the printer, mark by mark, so that what is seen is what prints. Keeps the glyphs
// it has met (which ones, not where they stood): pages of one visit share nearly all of them. One thread.
class Drawer {
public:
    explicit Drawer(const typeset::Typesetter& typesetter) : typesetter_(typesetter) {}
    // A part of the page, in points, as many pixels wide as is asked for and as high as its shape then is.
    struct Part {
        double top = 0;
        double height = 0;
    };
    Image draw(const page::Page& page, const Part& part, int width);
    Image draw(const page::Page& page, int width) { return draw(page, {0, page.size.height}, width); }

private:
    friend class Canvas;
    const typeset::GlyphImage& glyph(typeset::FaceIndex face, std::uint32_t id, double size);

    using Key = std::tuple<typeset::FaceIndex, std::uint32_t, double>;
    const typeset::Typesetter& typesetter_;
    std::map<Key, typeset::GlyphImage> glyphs_;
};

}  // namespace pocketplan::papers
