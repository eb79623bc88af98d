#include "printer/pdf/pdf.h"

#include <cmath>
#include <map>
#include <memory>
#include <variant>

#include "printer/pdf/font.h"

namespace pocketplan::pdf {
namespace {

struct DocumentCloser {
    void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};
using Document = std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, DocumentCloser>;

// libharu remembers the first error and refuses everything after it, so it is enough to ask at the end.
void remember_error(HPDF_STATUS, HPDF_STATUS, void*) {}

using Codes = std::pmr::map<typeset::FaceIndex, FaceCodes>;
using Fonts = std::map<typeset::FaceIndex, HPDF_Font>;

std::string_view text_of(const typeset::Glyph& glyph, const typeset::Layout& layout) {
    return {layout.text.data() + glyph.text_begin, glyph.text_end - glyph.text_begin};
}

bool has_ink(const typeset::Glyph& glyph) {
    return glyph.id != typeset::Glyph::invisible && glyph.id != typeset::Glyph::missing;
}

// False if a face has more glyphs than codes.
bool collect_codes(std::span<const page::Page> pages, Codes& codes) {
    bool enough = true;
    for (const auto& page : pages) {
        for (const auto& mark : page.marks) {
            const auto* const placed = std::get_if<page::PlacedText>(&mark);
            if (placed == nullptr) continue;
            for (const auto& line : placed->layout.lines) {
                for (const auto& run : line.runs) {
                    for (const auto& glyph : run.glyphs) {
                        if (!has_ink(glyph)) continue;
                        enough = codes[run.face].code(glyph.id, text_of(glyph, placed->layout)) != 0 && enough;
                    }
                }
            }
        }
    }
    return enough;
}

// One page being written; y of our pages grows downwards, that of PDF upwards.
class PageWriter {
public:
    PageWriter(HPDF_Doc document, const page::PaperSize& size, Codes& codes, const Fonts& fonts)
        : page_(HPDF_AddPage(document)), height_(size.height), codes_(codes), fonts_(fonts) {
        HPDF_Page_SetWidth(page_, real(size.width));
        HPDF_Page_SetHeight(page_, real(size.height));
        HPDF_Page_SetCharSpace(page_, hair_space);
    }

    void operator()(const page::PlacedText& placed) {
        HPDF_Page_BeginText(page_);
        for (const auto& line : placed.layout.lines) {
            for (const auto& run : line.runs) {
                if (!set_font(run)) continue;
                write_run(run, placed, line.left, line.baseline);
            }
        }
        HPDF_Page_EndText(page_);
        for (const auto& box : typeset::boxes_of(placed.layout)) {
            const bool upright = placed.turn == page::Turn::none;
            const auto corner =
                page::point_of(placed, box.left + (upright ? 0 : box.width), box.top + (upright ? 0 : box.height));
            (*this)(page::Frame{corner.x, corner.y, box.width, box.height, box.line});
        }
    }

    void operator()(const page::Stroke& stroke) {
        const HPDF_UINT16 dashes[] = {3, 3};
        HPDF_Page_SetDash(page_, dashes, stroke.pen == page::Pen::dashed ? 2 : 0, 0);
        HPDF_Page_SetLineWidth(page_, real(stroke.width));
        HPDF_Page_MoveTo(page_, real(stroke.x1), up(stroke.y1));
        HPDF_Page_LineTo(page_, real(stroke.x2), up(stroke.y2));
        HPDF_Page_Stroke(page_);
    }

    void operator()(const page::Frame& frame) {
        HPDF_Page_SetDash(page_, nullptr, 0, 0);
        HPDF_Page_SetLineWidth(page_, real(frame.line));
        HPDF_Page_Rectangle(page_, real(frame.x), up(frame.y + frame.height), real(frame.width), real(frame.height));
        HPDF_Page_Stroke(page_);
    }

    void operator()(const page::Shape& shape) {
        if (shape.points.empty()) return;
        HPDF_Page_GSave(page_);
        HPDF_Page_SetDash(page_, nullptr, 0, 0);
        HPDF_Page_SetLineWidth(page_, real(shape.width));
        HPDF_Page_SetLineCap(page_, HPDF_ROUND_END);
        HPDF_Page_SetLineJoin(page_, HPDF_ROUND_JOIN);
        if (shape.grey > 0) HPDF_Page_SetGrayFill(page_, real(shape.grey));
        HPDF_Page_MoveTo(page_, real(shape.points.front().x), up(shape.points.front().y));
        for (const auto& point : shape.points) HPDF_Page_LineTo(page_, real(point.x), up(point.y));
        switch (shape.kind) {
            case page::Shape::Kind::open:
                HPDF_Page_Stroke(page_);
                break;
            case page::Shape::Kind::closed:
                HPDF_Page_ClosePathStroke(page_);
                break;
            case page::Shape::Kind::filled:
                HPDF_Page_Eofill(page_);
                break;
        }
        HPDF_Page_GRestore(page_);
    }

private:
    // libharu leaves out a string of zero width, which a vowel sign has: give it a thousandth of a point.
    static constexpr float hair_space = 0.001F;

    // A font stays set until another is. False if no glyph of the run's face has ink anywhere.
    bool set_font(const typeset::Run& run) {
        const auto font = fonts_.find(run.face);
        if (font == fonts_.end()) return false;
        if (size_ == run.size && face_ == run.face) return true;
        HPDF_Page_SetFontAndSize(page_, font->second, real(run.size));
        face_ = run.face;
        size_ = run.size;
        return true;
    }

    static float real(double value) { return static_cast<float>(value); }
    [[nodiscard]] float up(double y) const { return real(height_ - y); }

    // `left` and `baseline` count from the text's own top left corner. Glyphs that follow one another by their natural
    // advance go out as one string; others are placed again.
    void write_run(const typeset::Run& run, const page::PlacedText& placed, double left, double baseline) {
        constexpr double tolerance = 0.05;  // points: half a dot at 720 dots per inch
        FaceCodes& face = codes_[run.face];
        std::pmr::vector<char> pending;
        double pen = 0;
        double start_x = 0;
        double start_y = 0;
        const auto flush = [&] {
            if (pending.empty()) return;
            pending.push_back('\0');
            const auto pen_at = page::point_of(placed, left + start_x, baseline + start_y);
            const float way = placed.turn == page::Turn::none ? 1 : -1;
            HPDF_Page_SetTextMatrix(page_, way, 0, 0, way, real(pen_at.x), up(pen_at.y));
            HPDF_Page_ShowText(page_, pending.data());
            pending.clear();
        };
        for (const auto& glyph : run.glyphs) {
            if (!has_ink(glyph)) continue;
            if (pending.empty() || std::abs(glyph.x - pen) > tolerance || std::abs(glyph.y - start_y) > tolerance) {
                flush();
                pen = start_x = glyph.x;
                start_y = glyph.y;
            }
            const char16_t code = face.code(glyph.id, text_of(glyph, placed.layout));
            append_utf8(pending, code);
            pen += face.advance(code) * run.size;
        }
        flush();
    }

    static void append_utf8(std::pmr::vector<char>& text, char16_t code) {
        text.push_back(static_cast<char>(0xE0 | code >> 12));
        text.push_back(static_cast<char>(0x80 | (code >> 6 & 0x3F)));
        text.push_back(static_cast<char>(0x80 | (code & 0x3F)));
    }

    HPDF_Page page_;
    double height_;
    Codes& codes_;
    const Fonts& fonts_;
    typeset::FaceIndex face_{};
    double size_ = 0;  // none set yet
};

// The file's id and the id of this version of it, which are the same in a new file.
void set_id(HPDF_Doc document, const FileId& id) {
    HPDF_Array both = HPDF_Array_New(document->mmgr);
    if (both == nullptr || HPDF_Dict_Add(document->trailer, "ID", both) != HPDF_OK) return;
    // libharu copies these bytes, although it takes a pointer to non-const.
    auto* const bytes = reinterpret_cast<HPDF_BYTE*>(const_cast<std::byte*>(id.data()));
    for (int version = 0; version < 2; ++version) {
        HPDF_Array_Add(both, HPDF_Binary_New(document->mmgr, bytes, HPDF_UINT{sizeof(FileId)}));
    }
}

tl::expected<Bytes, PdfFault> save(HPDF_Doc document) {
    if (HPDF_GetError(document) != HPDF_OK || HPDF_SaveToStream(document) != HPDF_OK) {
        return tl::unexpected(PdfFault::refused);
    }
    Bytes bytes(HPDF_GetStreamSize(document));
    HPDF_ResetStream(document);
    auto size = static_cast<HPDF_UINT32>(bytes.size());
    const HPDF_STATUS status = HPDF_ReadFromStream(document, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    const bool whole = (status == HPDF_OK || status == HPDF_STREAM_EOF) && size == bytes.size();
    if (!whole) return tl::unexpected(PdfFault::refused);
    return bytes;
}

}  // namespace

tl::expected<Bytes, PdfFault> write_pdf(std::span<const page::Page> pages, const typeset::Typesetter& typesetter,
                                        const FileId* id) {
    Codes codes;
    if (!collect_codes(pages, codes)) return tl::unexpected(PdfFault::refused);
    const Document document(HPDF_New(remember_error, nullptr));
    if (!document) return tl::unexpected(PdfFault::refused);
    HPDF_UseUTFEncodings(document.get());
    HPDF_SetCompressionMode(document.get(), HPDF_COMP_ALL);
    Fonts fonts;
    for (auto& [face, used] : codes) {
        fonts[face] = used.load(document.get(), face, typesetter);
        if (fonts[face] == nullptr) return tl::unexpected(PdfFault::refused);
    }
    for (const auto& page : pages) {
        PageWriter writer(document.get(), page.size, codes, fonts);
        for (const auto& mark : page.marks) std::visit(writer, mark);
    }
    if (id != nullptr) set_id(document.get(), *id);
    return save(document.get());
}

}  // namespace pocketplan::pdf
