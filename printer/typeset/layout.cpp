#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>

#include "printer/typeset/attributes.h"
#include "printer/typeset/engine.h"
#include "printer/typeset/numbers.h"

namespace pocketplan::typeset {
namespace {

double units(int pango) {
    return static_cast<double>(pango) / PANGO_SCALE;
}

// The part of the room left over in a line that is at its left.
double part_at_left(const Style& style) {
    const bool mirrored = style.side == Direction::right_to_left;
    switch (style.align) {
        case Align::start:
            return mirrored ? 1 : 0;
        case Align::centre:
            return 0.5;
        case Align::end:
            return mirrored ? 0 : 1;
    }
    std::abort();
}

void describe(PangoLayout* layout, const Style& style) {
    const Owned<PangoFontDescription, pango_font_description_free> font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), "Pocketplan");
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(),
                                      style.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font.get());
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
}

// The bytes of the text that each glyph of a run stands for; a cluster's bytes go to its first glyph in reading order.
void assign_clusters(const PangoGlyphItem& item, Run& run) {
    const PangoGlyphString& glyphs = *item.glyphs;
    const auto offset = static_cast<std::uint32_t>(item.item->offset);
    const auto length = static_cast<std::uint32_t>(item.item->length);
    const bool backwards = (item.item->analysis.level & 1) != 0;
    const int count = glyphs.num_glyphs;
    std::uint32_t end = length;
    // From the last cluster in reading order to the first.
    for (int i = 0; i < count; ++i) {
        const int at = backwards ? i : count - 1 - i;
        const auto begin = static_cast<std::uint32_t>(glyphs.log_clusters[at]);
        const int before = backwards ? at + 1 : at - 1;
        const bool first = before < 0 || before >= count || glyphs.log_clusters[before] != glyphs.log_clusters[at];
        auto& glyph = run.glyphs[static_cast<std::size_t>(at)];
        glyph.text_begin = offset + begin;
        // Clusters are in order, except where scripts are mixed at random; none may end before it begins.
        glyph.text_end = first ? offset + std::max(begin, end) : glyph.text_begin;
        if (first) end = std::min(begin, end);
    }
}

// Whether a line begins where no line may (UAX 14).
bool breaks_a_word(PangoLayout* layout) {
    int count = 0;
    const PangoLogAttr* const attributes = pango_layout_get_log_attrs_readonly(layout, &count);
    const char* const text = pango_layout_get_text(layout);
    for (int line = 1; line < pango_layout_get_line_count(layout); ++line) {
        const int start = pango_layout_get_line_readonly(layout, line)->start_index;
        const auto character = g_utf8_pointer_to_offset(text, text + start);
        if (character < count && attributes[character].is_line_break == 0) return true;
    }
    return false;
}

bool draws_nothing(PangoGlyph glyph) {
    return glyph == PANGO_GLYPH_EMPTY;
}

Run make_run(const PangoGlyphItem& item, FaceIndex face, double size, double& pen, Points& missing) {
    Run run{face, size, Direction::left_to_right, {}};
    if ((item.item->analysis.level & 1) != 0) run.direction = Direction::right_to_left;
    const PangoGlyphString& glyphs = *item.glyphs;
    run.glyphs.reserve(static_cast<std::size_t>(glyphs.num_glyphs));
    for (int i = 0; i < glyphs.num_glyphs; ++i) {
        const PangoGlyphInfo& info = glyphs.glyphs[i];
        Glyph glyph;
        glyph.advance = units(info.geometry.width);
        glyph.x = pen + units(info.geometry.x_offset);
        glyph.y = units(info.geometry.y_offset) + units(item.y_offset);
        const bool unknown = !draws_nothing(info.glyph) && (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
        if (unknown) missing.push_back(info.glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
        glyph.id = unknown ? Glyph::missing : draws_nothing(info.glyph) ? Glyph::invisible : info.glyph;
        pen += glyph.advance;
        run.glyphs.push_back(glyph);
    }
    assign_clusters(item, run);
    return run;
}

}  // namespace

Layout Typesetter::lay_out(std::string_view utf8, const Style& style, double width) const {
    Layout layout = engine_->shape(utf8, style, width);
    if (!layout.missing.empty() && engine_->find_fonts(layout.missing)) layout = engine_->shape(utf8, style, width);
    return layout;
}

Layout Typesetter::Engine::shape(std::string_view utf8, const Style& style, double width) const {
    constexpr double hair = 0.5;  // of a point or pixel
    Layout whole = shape(utf8, style, width, Numbers::whole);
    if (whole.width <= width + hair) return whole;
    Layout broken = shape(utf8, style, width, Numbers::broken);
    if (broken.width >= whole.width) return whole;
    broken.broken_number = true;
    return broken;
}

Layout Typesetter::Engine::shape(std::string_view utf8, const Style& style, double width, Numbers numbers) const {
    const std::string tag(style.language);
    pango_context_set_language(context.get(), pango_language_from_string(tag.c_str()));
    pango_context_set_base_dir(context.get(),
                               style.direction == Direction::right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    const Owned<PangoLayout, g_object_unref> shaped(pango_layout_new(context.get()));
    describe(shaped.get(), style);
    if (std::isfinite(width)) pango_layout_set_width(shaped.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_text(shaped.get(), utf8.data(), static_cast<int>(utf8.size()));
    set_attributes(shaped.get(), utf8, numbers);

    Layout layout;
    layout.text.assign(utf8.begin(), utf8.end());
    layout.broken_word = breaks_a_word(shaped.get());
    const double step = style.size * style.line_height;
    // Lines are placed here, because Pango asks each font for its metrics to do so, which takes longer than to shape
    // them.
    for (GSList* each = pango_layout_get_lines_readonly(shaped.get()); each != nullptr; each = each->next) {
        const auto* const source = static_cast<PangoLayoutLine*>(each->data);
        Line line;
        // The em box is centred in the line; 0.88 em of Noto's is above the baseline.
        line.baseline = static_cast<double>(layout.lines.size()) * step + (step - style.size) / 2 + 0.88 * style.size;
        for (GSList* item = source->runs; item != nullptr; item = item->next) {
            const auto& glyphs = *static_cast<PangoGlyphItem*>(item->data);
            const FaceIndex used = face_of(glyphs.item->analysis.font);
            line.runs.push_back(make_run(glyphs, used, style.size, line.width, layout.missing));
        }
        if (std::isfinite(width)) line.left = part_at_left(style) * (width - line.width);
        layout.width = std::max(layout.width, line.width);
        layout.lines.push_back(std::move(line));
    }
    layout.height = static_cast<double>(layout.lines.size()) * step;
    layout.turned_number = turns_a_number(layout);
    return layout;
}

char32_t Typesetter::missing_glyph(std::string_view utf8) const {
    const Layout layout = lay_out(utf8, {}, std::numeric_limits<double>::infinity());
    return layout.missing.empty() ? 0 : layout.missing.front();
}

double Typesetter::capital_height() const {
    Style style;
    style.size = 1000;
    const Layout layout = lay_out("H", style, std::numeric_limits<double>::infinity());
    const Run& run = layout.lines.front().runs.front();
    const GlyphImage image = rasterise(run.face, run.glyphs.front().id, style.size);
    return image.height / style.size;
}

}  // namespace pocketplan::typeset
