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

// Owns what the C libraries hand out.
template <auto Release>
struct Releaser {
    template <class T>
    void operator()(T* object) const {
        Release(object);
    }
};
template <class T, auto Release>
using Owned = std::unique_ptr<T, Releaser<Release>>;

// A font file by which glyphs were shaped.
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
    // The face of each Pango font met, so that the file's name is asked for once.
    mutable std::vector<std::pair<PangoFont*, FaceIndex>> fonts_met;

    // Characters that the fonts were searched for. A visitor's, so in the default memory resource.
    mutable Points sought;

    // Laid out with the fonts at hand, and with boxes in place of some characters.
    Layout shape(std::string_view utf8, const Style& style, double width, const Points& boxed) const;
    // Adds fonts that have some of these characters, out of the folders that fonts.conf names; false where there are
    // none. Nothing is opened there before a character is missing: a start costs nothing, and the first name in a rare
    // script a fiftieth of a second.
    bool find_fonts(const Points& missing) const;

    // The face behind a Pango font, which the engine keeps alive.
    FaceIndex face_of(PangoFont* font) const;
    Face& face(FaceIndex index) const { return faces[static_cast<std::size_t>(index)]; }
    // FreeType's view of a face, or null where the file can no longer be read.
    FT_Face open(FaceIndex index) const;
};

}  // namespace pocketplan::typeset
