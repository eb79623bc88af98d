#include "printer/typeset/engine.h"

#include <algorithm>
#include <utility>

#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>

namespace pocketplan::typeset {

FaceIndex Typesetter::Engine::face_of(PangoFont* font) const {
    const auto met = std::find_if(fonts_met.begin(), fonts_met.end(), [&](const auto& f) { return f.first == font; });
    if (met != fonts_met.end()) return met->second;

    FcPattern* const pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
    FcChar8* file = nullptr;
    int index = 0;
    FcPatternGetString(pattern, FC_FILE, 0, &file);
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    const std::string name = file == nullptr ? "" : reinterpret_cast<const char*>(file);

    auto known =
        std::find_if(faces.begin(), faces.end(), [&](const Face& f) { return f.file == name && f.index == index; });
    if (known == faces.end()) known = faces.insert(faces.end(), Face{name, index, nullptr});
    const auto face = static_cast<FaceIndex>(known - faces.begin());
    g_object_ref(font);
    fonts_met.emplace_back(font, face);
    return face;
}

FT_Face Typesetter::Engine::open(FaceIndex index) const {
    Face& known = face(index);
    if (!known.freetype) {
        FT_Face opened = nullptr;
        if (FT_New_Face(freetype.get(), known.file.c_str(), known.index, &opened) != 0) return nullptr;
        known.freetype.reset(opened);
    }
    return known.freetype.get();
}

Typesetter::Typesetter(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Typesetter::Typesetter(Typesetter&&) noexcept = default;
Typesetter& Typesetter::operator=(Typesetter&&) noexcept = default;
Typesetter::~Typesetter() {
    if (!engine_) return;
    for (const auto& [font, face] : engine_->fonts_met) g_object_unref(font);
}

bool Typesetter::is_bold(FaceIndex face) const {
    const auto* const opened = engine_->open(face);
    return opened != nullptr && (opened->style_flags & FT_STYLE_FLAG_BOLD) != 0;
}

namespace {

// Applies the rules of `fonts_conf` to the font files beside it, added one by one: a folder that fontconfig scans
// itself needs a writable cache.
bool load_fonts(FcConfig* config, const std::filesystem::path& fonts_conf) {
    const auto* const rules = reinterpret_cast<const FcChar8*>(fonts_conf.c_str());
    if (FcConfigParseAndLoad(config, rules, FcFalse) != FcTrue) return false;  // whoever asks for fonts complains
    std::error_code error;
    std::vector<std::filesystem::path> files;
    std::filesystem::directory_iterator entry(fonts_conf.parent_path(), error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const auto kind = entry->path().extension();
        if (kind == ".ttf" || kind == ".ttc") files.push_back(entry->path());
    }
    if (error) return false;
    std::sort(files.begin(), files.end());  // the folder's own order differs between machines
    return !files.empty() && std::all_of(files.begin(), files.end(), [&](const auto& file) {
        return FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(file.c_str())) == FcTrue;
    });
}

// Fontconfig loads the machine's settings and fonts as soon as it is asked for a default, unless there are current
// ones.
void leave_the_machines_fonts_alone() {
    const Owned<FcConfig, FcConfigDestroy> nothing(FcConfigCreate());
    FcConfigSetCurrent(nothing.get());
}

}  // namespace

tl::expected<Typesetter, TypesetFault> Typesetter::create(const std::filesystem::path& fonts_conf) {
    leave_the_machines_fonts_alone();
    auto engine = std::make_unique<Engine>();
    engine->config.reset(FcConfigCreate());
    if (!load_fonts(engine->config.get(), fonts_conf)) return tl::unexpected(TypesetFault::no_fonts);

    engine->fonts.reset(pango_ft2_font_map_new());
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(engine->fonts.get()), engine->config.get());
    // 72 dots per inch: one point is one unit, so there is only the caller's unit.
    pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(engine->fonts.get()), 72, 72);
    engine->context.reset(pango_font_map_create_context(engine->fonts.get()));
    pango_context_set_round_glyph_positions(engine->context.get(), FALSE);

    FT_Library freetype = nullptr;
    if (FT_Init_FreeType(&freetype) != 0) return tl::unexpected(TypesetFault::no_fonts);
    engine->freetype.reset(freetype);
    return Typesetter(std::move(engine));
}

}  // namespace pocketplan::typeset
