#include "printer/pdf/font.h"

#include <array>
#include <cstdio>

#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <sys/mman.h>
#include <unistd.h>

namespace pocketplan::pdf {
namespace {

constexpr char16_t first_code = 0xE000;
constexpr std::size_t most_codes = 0xF900 - 0xE000;

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

// Direction isolates and marks steer the layout; they are no part of what a reader would copy (UAX 9, 2.7).
bool steers_direction(char32_t point) {
    return (point >= 0x2066 && point <= 0x2069) || (point | 1U) == 0x200F;
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

// Puts our own code-to-text map (ISO 32000-1, 9.10.3) where libharu put one that says "private use".
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

// libharu reads fonts from paths only: a memory file has one, and touches no disk.
class MemoryFile {
public:
    explicit MemoryFile(const std::vector<std::byte>& bytes) : descriptor_(memfd_create("font", MFD_CLOEXEC)) {
        const auto written = write(descriptor_, bytes.data(), bytes.size());
        whole_ = written == static_cast<ssize_t>(bytes.size());
        std::snprintf(path_.data(), path_.size(), "/proc/self/fd/%d", descriptor_);
    }
    ~MemoryFile() { close(descriptor_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    [[nodiscard]] bool whole() const { return whole_; }
    [[nodiscard]] const char* path() const { return path_.data(); }

private:
    int descriptor_;
    bool whole_ = false;
    std::array<char, 32> path_{};
};

}  // namespace

char16_t FaceCodes::code(std::uint32_t glyph, std::string_view text) {
    const auto known = codes_.find({glyph, text});
    if (known != codes_.end()) return known->second;
    if (entries_.size() == most_codes) return 0;
    const auto code = static_cast<char16_t>(first_code + entries_.size());
    entries_.push_back({glyph, text});
    codes_.emplace(std::pair(glyph, text), code);
    return code;
}

HPDF_Font FaceCodes::load(HPDF_Doc document, typeset::FaceIndex face, const typeset::Typesetter& typesetter) const {
    std::vector<std::uint32_t> glyphs;
    for (const auto& entry : entries_) glyphs.push_back(entry.glyph);
    const MemoryFile file(typesetter.subset(face, first_code, glyphs));
    if (!file.whole()) return nullptr;
    const char* const name = HPDF_LoadTTFontFromFile(document, file.path(), HPDF_TRUE);
    if (name == nullptr) return nullptr;
    HPDF_Font font = HPDF_GetFont(document, name, "UTF-8");
    return font != nullptr && replace_to_unicode(font, entries_) ? font : nullptr;
}

}  // namespace pocketplan::pdf
