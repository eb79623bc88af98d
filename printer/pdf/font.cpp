#include "printer/pdf/font.h"

#include <array>
#include <cstdio>
#include <cstring>
#include <span>

#include <hpdf_doc.h>
#include <hpdf_fontdef.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>

namespace pocketplan::pdf {
namespace {

constexpr char16_t first_code = 0x0800;
constexpr std::size_t most_codes = 0x2000 - 0x0800;

char32_t take_code_point(std::string_view& utf8) {
    const auto lead = static_cast<unsigned char>(utf8.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t value = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length && i < utf8.size(); ++i) {
        value = value << 6U | (static_cast<unsigned char>(utf8[i]) & 0x3FU);
    }
    utf8.remove_prefix(std::min(length, utf8.size()));
    return value;
}

// Isolates, overrides and marks steer the layout; a reader does not copy them (UAX 9, 2.7).
bool steers_direction(char32_t point) {
    return (point >= 0x2066 && point <= 0x2069) || (point >= 0x202A && point <= 0x202E) || (point | 1U) == 0x200F;
}

using CMapText = std::pmr::vector<char>;

void append(CMapText& text, std::string_view piece) {
    text.insert(text.end(), piece.begin(), piece.end());
}

void append_hex(CMapText& text, unsigned unit) {
    std::array<char, 5> hex{};
    std::snprintf(hex.data(), hex.size(), "%04X", unit & 0xFFFFU);
    append(text, {hex.data(), 4});
}

void append_utf16(CMapText& text, std::string_view utf8) {
    while (!utf8.empty()) {
        const char32_t point = take_code_point(utf8);
        if (steers_direction(point)) continue;
        if (point < 0x10000) {
            append_hex(text, point);
        } else {
            append_hex(text, 0xD800U + ((point - 0x10000U) >> 10U));
            append_hex(text, 0xDC00U + ((point - 0x10000U) & 0x3FFU));
        }
    }
}

constexpr std::string_view cmap_head =
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
constexpr std::string_view cmap_tail = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

// Replaces the code-to-text map that says "private use", by libharu, with our own (ISO 32000-1, 9.10.3).
template <class Entries>
bool replace_to_unicode(HPDF_Font font, const Entries& entries) {
    auto* const map = static_cast<HPDF_Dict>(HPDF_Dict_GetItem(font, "ToUnicode", HPDF_OCLASS_DICT));
    if (map == nullptr || map->stream == nullptr) return false;
    CMapText text;
    append(text, cmap_head);
    constexpr std::size_t most_in_one_block = 100;  // Adobe Technical Note 5014
    for (std::size_t begin = 0; begin < entries.size(); begin += most_in_one_block) {
        const std::size_t end = std::min(begin + most_in_one_block, entries.size());
        std::array<char, 32> head{};
        std::snprintf(head.data(), head.size(), "%zu beginbfchar\n", end - begin);
        append(text, head.data());
        for (std::size_t i = begin; i < end; ++i) {
            append(text, "<");
            append_hex(text, static_cast<unsigned>(first_code + i));
            append(text, "> <");
            append_utf16(text, entries[i].text);
            append(text, ">\n");
        }
        append(text, "endbfchar\n");
    }
    append(text, cmap_tail);
    HPDF_MemStream_FreeData(map->stream);
    const auto* const bytes = reinterpret_cast<const HPDF_BYTE*>(text.data());
    return HPDF_Stream_Write(map->stream, bytes, static_cast<HPDF_UINT>(text.size())) == HPDF_OK;
}

// libharu maps all 65,536 codes to glyphs, 128 KB to compress per font; ours ends with our codes (ISO 32000-1,
// 9.7.4.2).
bool shorten_glyph_map(HPDF_Font font, std::size_t codes) {
    auto* const descendants = static_cast<HPDF_Array>(HPDF_Dict_GetItem(font, "DescendantFonts", HPDF_OCLASS_ARRAY));
    if (descendants == nullptr) return false;
    auto* const descendant = static_cast<HPDF_Dict>(HPDF_Array_GetItem(descendants, 0, HPDF_OCLASS_DICT));
    if (descendant == nullptr) return false;
    auto* const map = static_cast<HPDF_Dict>(HPDF_Dict_GetItem(descendant, "CIDToGIDMap", HPDF_OCLASS_DICT));
    if (map == nullptr || map->stream == nullptr) return false;
    std::vector<HPDF_BYTE> kept(2 * (first_code + codes));
    auto size = static_cast<HPDF_UINT>(kept.size());
    HPDF_Stream_Seek(map->stream, 0, HPDF_SEEK_SET);
    if (HPDF_Stream_Read(map->stream, kept.data(), &size) != HPDF_OK || size != kept.size()) return false;
    HPDF_MemStream_FreeData(map->stream);
    return HPDF_Stream_Write(map->stream, kept.data(), size) == HPDF_OK;
}

// Registers a font's bytes, like libharu's loader of files, which wants a path and seeks the file for every glyph.
// Returns the font's name in the document; null if the library refuses it.
const char* register_font(HPDF_Doc document, std::span<const std::byte> bytes, typeset::FaceIndex face) {
    if (bytes.empty()) return nullptr;
    // libharu takes a read up to the exact end of a memory stream for one beyond it, so the end is moved.
    std::vector<HPDF_BYTE> padded(bytes.size() + 16);
    std::memcpy(padded.data(), bytes.data(), bytes.size());
    const auto size = static_cast<HPDF_UINT>(padded.size());
    HPDF_Stream stream = HPDF_MemStream_New(document->mmgr, size + 1);
    if (stream == nullptr) return nullptr;
    if (HPDF_Stream_Write(stream, padded.data(), size) != HPDF_OK) {
        HPDF_Stream_Free(stream);
        return nullptr;
    }
    HPDF_FontDef definition = HPDF_TTFontDef_Load(document->mmgr, stream, HPDF_TRUE);  // owns the stream
    if (definition == nullptr) return nullptr;
    // A subset's name begins with six letters that identify it (ISO 32000-1, 9.6.4).
    const auto number = static_cast<unsigned>(face);
    char tag[] = "SUBSAA";
    tag[4] = static_cast<char>('A' + number / 26 % 26);
    tag[5] = static_cast<char>('A' + number % 26);
    HPDF_TTFontDef_SetTagName(definition, tag);
    return HPDF_Doc_RegisterFontDef(document, definition) == HPDF_OK ? definition->base_font : nullptr;
}

}  // namespace

char16_t FaceCodes::code(std::uint32_t glyph, std::string_view text) {
    const auto [begin, end] = codes_.equal_range(glyph);
    for (auto known = begin; known != end; ++known) {
        if (entries_[known->second - first_code].text == text) return known->second;
    }
    if (entries_.size() == most_codes) return 0;
    const auto code = static_cast<char16_t>(first_code + entries_.size());
    entries_.push_back({glyph, text});
    codes_.emplace(glyph, code);
    return code;
}

double FaceCodes::advance(char16_t code) const {
    return advances_[code - first_code];
}

HPDF_Font FaceCodes::load(HPDF_Doc document, typeset::FaceIndex face, const typeset::Typesetter& typesetter) {
    std::vector<std::uint32_t> glyphs;
    for (const auto& entry : entries_) glyphs.push_back(entry.glyph);
    const char* const name = register_font(document, typesetter.subset(face, first_code, glyphs), face);
    if (name == nullptr) return nullptr;
    HPDF_Font font = HPDF_GetFont(document, name, "UTF-8");
    for (std::size_t at = 0; font != nullptr && at < entries_.size(); ++at) {
        advances_.push_back(HPDF_Font_GetUnicodeWidth(font, static_cast<HPDF_UNICODE>(first_code + at)) / 1000.0);
    }
    const bool ours = font != nullptr && replace_to_unicode(font, entries_) && shorten_glyph_map(font, entries_.size());
    return ours ? font : nullptr;
}

}  // namespace pocketplan::pdf
