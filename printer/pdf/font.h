#pragma once

#include <memory_resource>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <hpdf.h>

#include "printer/typeset/typesetter.h"

namespace pocketplan::pdf {

// The glyphs of one face that a document uses. Each glyph, with the text it stands for, gets a code of its own; the
// font is subset to those glyphs, reached by those codes, and its ToUnicode map leads from code to text. So every
// script is handled in the same way, shaped or not, and the text can be searched and copied. Texts are views into the
// pages' layouts.
class FaceCodes {
public:
    // 6,144 codes (U+0800 to U+1FFF) per face and document, far more than any plan needs. Beyond them a glyph gets 0,
    // and is refused.
    char16_t code(std::uint32_t glyph, std::string_view text);

    // Loads the subset into `document`, once. Null if the library refuses it.
    HPDF_Font load(HPDF_Doc document, typeset::FaceIndex face, const typeset::Typesetter& typesetter);
    // The advance after a code, in ems; known once loaded.
    [[nodiscard]] double advance(char16_t code) const;

private:
    struct Entry {
        std::uint32_t glyph;
        std::string_view text;
    };
    std::pmr::unordered_multimap<std::uint32_t, char16_t> codes_;  // by glyph; most stand for one text
    std::pmr::vector<Entry> entries_;                              // by code, from first_code on
    std::pmr::vector<double> advances_;                            // by code too
};

}  // namespace pocketplan::pdf
