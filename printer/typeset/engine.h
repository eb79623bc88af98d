#pragma once

#include <filesystem>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include <harfbuzz/hb.h>
#include <pango/pangoft2.h>
#include FT_FREETYPE_H

#include "printer/typeset/attributes.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::typeset {

using Points = std::pmr::vector<char32_t>;

// Owns objects of the C libraries.
template <auto Release>
struct Releaser {
    template <class T>
    void operator()(T* object) const {
        Release(object);
    }
};
template <class T, auto Release>
using Owned = std::unique_ptr<T, Releaser<Release>>;

// A font file that glyphs were shaped with.
struct Face {
    std::string file;
    int index = 0;                                                 // within a collection
    Owned<std::remove_pointer_t<FT_Face>, FT_Done_Face> freetype;  // opened when a glyph is first drawn
};

// What the Typesetter keeps: one Pango context over our own fonts, and the faces met so far. One thread.
struct Typesetter::Engine {
    Owned<FcConfig, FcConfigDestroy> config;
    Owned<PangoFontMap, g_object_unref> fonts;
    Owned<PangoContext, g_object_unref> context;
    Owned<std::remove_pointer_t<FT_Library>, FT_Done_FreeType> freetype;
    mutable std::vector<Face> faces;
    // The face of each Pango font met so far, so that the file's name is looked up once.
    mutable std::vector<std::pair<PangoFont*, FaceIndex>> fonts_met;

    // Characters that the fonts were already searched for. A visitor's, so in the default memory resource.
    mutable Points sought;

    // Laid out with the loaded fonts, and with boxes for what they do not have, as wide as Pango's own: where Pango is
    // told their width (pango_attr_shape_new), it gives it to the letters before a box that begins a line, too (1.50).
    // A number that is wider than any line is broken like a word.
    Layout shape(std::string_view utf8, const Style& style, double width) const;
    Layout shape(std::string_view utf8, const Style& style, double width, Numbers numbers) const;
    // Loads fonts that have some of these characters, from the folders that fonts.conf names; false if there are none.
    // Nothing is opened there until a character is missing: start-up costs nothing, and the first name in a rare script
    // takes 20 ms.
    bool find_fonts(const Points& missing) const;

    // The face behind a Pango font, which the engine keeps alive.
    FaceIndex face_of(PangoFont* font) const;
    Face& face(FaceIndex index) const { return faces[static_cast<std::size_t>(index)]; }
    // The FreeType face, or null if the file can no longer be read.
    FT_Face open(FaceIndex index) const;
};

}  // namespace pocketplan::typeset
