#include <algorithm>
#include <cstring>

#include "printer/typeset/engine.h"
#include FT_FONT_FORMATS_H

#include <pango/pangofc-fontmap.h>

namespace pocketplan::typeset {
namespace {

namespace fs = std::filesystem;

// The regular faces in the folders that fonts.conf names: first those without serifs, like all of ours, in the same
// order on every machine.
std::vector<fs::path> regular_faces(FcConfig* config) {
    const Owned<FcStrList, FcStrListDone> folders(FcConfigGetFontDirs(config));
    std::vector<fs::path> files;
    while (const FcChar8* const folder = FcStrListNext(folders.get())) {
        std::error_code error;
        fs::directory_iterator entry(reinterpret_cast<const char*>(folder), error);
        for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
            if (entry->path().filename().string().ends_with("-Regular.ttf")) files.push_back(entry->path());
        }
    }
    const auto has_serifs = [](const fs::path& file) {
        return file.filename().string().find("Sans") == std::string::npos;
    };
    std::sort(files.begin(), files.end(),
              [&](const auto& a, const auto& b) { return std::pair(has_serifs(a), a) < std::pair(has_serifs(b), b); });
    return files;
}

// Removes from `points` the ones that the face has; true if there were any. libharu reads TrueType outlines only.
bool take_known(FT_Library library, const fs::path& file, Points& points) {
    FT_Face opened = nullptr;
    if (FT_New_Face(library, file.c_str(), 0, &opened) != 0) return false;
    const Owned<std::remove_pointer_t<FT_Face>, FT_Done_Face> face(opened);
    if (std::strcmp(FT_Get_Font_Format(face.get()), "TrueType") != 0) return false;
    return std::erase_if(points, [&](char32_t point) { return FT_Get_Char_Index(face.get(), point) != 0; }) > 0;
}

void add(FcConfig* config, const fs::path& file) {
    std::error_code error;
    if (fs::exists(file, error)) FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(file.c_str()));
}

}  // namespace

bool Typesetter::Engine::find_fonts(const Points& missing) const {
    Points wanted;
    std::copy_if(missing.begin(), missing.end(), std::back_inserter(wanted),
                 [&](char32_t point) { return std::find(sought.begin(), sought.end(), point) == sought.end(); });
    if (wanted.empty()) return false;
    sought.insert(sought.end(), wanted.begin(), wanted.end());
    bool found = false;
    // All of them, even after the last was found: the disk records when a file was read, and that must not reveal a
    // visitor's script.
    for (const auto& file : regular_faces(config.get())) {
        if (!take_known(freetype.get(), file, wanted)) continue;
        add(config.get(), file);
        const auto name = file.string();
        add(config.get(), name.substr(0, name.size() - std::strlen("Regular.ttf")) + "Bold.ttf");
        found = true;
    }
    if (found) pango_fc_font_map_config_changed(PANGO_FC_FONT_MAP(fonts.get()));
    return found;
}

}  // namespace pocketplan::typeset
