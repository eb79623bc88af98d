// Our own drawing of glyphs, on screen and on paper, against Pango's: the same ink in the same places, in every
// language.

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <memory>

#include <gtest/gtest.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>
#include <unistd.h>

#include "kiosk/papers/installed.h"
#include "printer/pdf/pdf.h"
#include "tests/support/golden.h"
#include "tests/support/pack.h"
#include "tests/support/process.h"

namespace pocketplan {
namespace {

namespace fs = std::filesystem;
using tests::check_in_pack;

constexpr int width = 900;
constexpr int height = 400;
constexpr double size = 36;
constexpr double margin = 40;

struct Release {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

// A grey picture, 0 for paper and 255 for ink.
struct Ink {
    std::vector<std::uint8_t> values = std::vector<std::uint8_t>(std::size_t{width} * height);
    [[nodiscard]] bool at(int x, int y) const {
        const bool inside = x >= 0 && y >= 0 && x < width && y < height;
        return inside && values[static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)] > 127;
    }
    void add(int x, int y, std::uint8_t coverage) {
        if (x < 0 || y < 0 || x >= width || y >= height) return;
        auto& value = values[static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)];
        value = std::max(value, coverage);
    }
};

// The share of one picture's ink that is farther than `reach` pixels from any of the other's.
double astray(const Ink& one, const Ink& other, int reach) {
    int ink = 0;
    int stray = 0;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            if (!one.at(x, y)) continue;
            ++ink;
            bool near = false;
            for (int dy = -reach; dy <= reach && !near; ++dy) {
                for (int dx = -reach; dx <= reach && !near; ++dx) near = other.at(x + dx, y + dy);
            }
            stray += near ? 0 : 1;
        }
    }
    EXPECT_GT(ink, 1000);
    return static_cast<double>(stray) / ink;
}

// Pango over our fonts, set up apart from the typesetter.
class Pango {
public:
    Pango() : fonts_(pango_ft2_font_map_new()) {
        const auto rules = papers::shipped_file("fonts/fonts.conf");
        FcConfig* const config = FcConfigCreate();
        FcConfigParseAndLoad(config, reinterpret_cast<const FcChar8*>(rules.c_str()), FcTrue);
        for (const auto& entry : fs::directory_iterator(rules.parent_path())) {
            if (entry.path().extension() == ".conf") continue;
            FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(entry.path().c_str()));
        }
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts_.get()), config);
        FcConfigDestroy(config);
        pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(fonts_.get()), 72, 72);
        context_.reset(pango_font_map_create_context(fonts_.get()));
        pango_context_set_round_glyph_positions(context_.get(), FALSE);
    }

    // Each line on the baseline that the typesetter gave it.
    Ink draw(const std::string& text, const typeset::Style& style, const typeset::Layout& ours) const {
        pango_context_set_language(context_.get(), pango_language_from_string(std::string(style.language).c_str()));
        const bool rtl = style.direction == typeset::Direction::right_to_left;
        pango_context_set_base_dir(context_.get(), rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
        const Owned<PangoLayout> layout(pango_layout_new(context_.get()));
        PangoFontDescription* const font = pango_font_description_new();
        pango_font_description_set_family(font, "Pocketplan");
        pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
        pango_layout_set_font_description(layout.get(), font);
        pango_font_description_free(font);
        pango_layout_set_auto_dir(layout.get(), FALSE);
        pango_layout_set_alignment(layout.get(), rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
        pango_layout_set_width(layout.get(), static_cast<int>((width - 2 * margin) * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_text(layout.get(), text.c_str(), -1);

        Ink ink;
        FT_Bitmap bitmap{};
        bitmap.rows = height;
        bitmap.width = width;
        bitmap.pitch = width;
        bitmap.buffer = ink.values.data();
        bitmap.num_grays = 256;
        bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
        EXPECT_EQ(pango_layout_get_line_count(layout.get()), static_cast<int>(ours.lines.size()));
        PangoLayoutIter* const at = pango_layout_get_iter(layout.get());
        for (const auto& line : ours.lines) {
            PangoRectangle box;
            pango_layout_iter_get_line_extents(at, nullptr, &box);
            pango_ft2_render_layout_line(&bitmap, pango_layout_iter_get_line_readonly(at),
                                         static_cast<int>(margin) + PANGO_PIXELS(box.x),
                                         static_cast<int>(std::lround(margin + line.baseline)));
            pango_layout_iter_next_line(at);
        }
        pango_layout_iter_free(at);
        return ink;
    }

private:
    Owned<PangoFontMap> fonts_;
    Owned<PangoContext> context_;
};

Ink draw_as_on_screen(const typeset::Layout& layout) {
    Ink ink;
    for (const auto& line : layout.lines) {
        for (const auto& run : line.runs) {
            for (const auto& glyph : run.glyphs) {
                if (glyph.id == typeset::Glyph::invisible) continue;
                const auto image = tests::typesetter().rasterise(run.face, glyph.id, run.size);
                const int left = static_cast<int>(std::lround(margin + line.left + glyph.x)) + image.left;
                const int top = static_cast<int>(std::lround(margin + line.baseline + glyph.y)) + image.top;
                for (int y = 0; y < image.height; ++y) {
                    for (int x = 0; x < image.width; ++x) {
                        ink.add(left + x, top + y, image.coverage[static_cast<std::size_t>(y * image.width + x)]);
                    }
                }
            }
        }
    }
    return ink;
}

// Printed as PDF, and drawn by poppler at one pixel a point.
Ink draw_as_on_paper(const typeset::Layout& layout) {
    const auto folder = fs::temp_directory_path() / ("pango_test." + std::to_string(::getpid()));
    fs::create_directories(folder);
    page::Page page{{width, height}, {}};
    page.marks.emplace_back(page::PlacedText{layout, margin, margin});
    const auto bytes = pdf::write_pdf({&page, 1}, tests::typesetter()).value();
    std::ofstream(folder / "page.pdf", std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    tests::run(
        {"pdftoppm", "-r", "72", "-png", "-singlefile", (folder / "page.pdf").string(), (folder / "page").string()});
    const auto picture = tests::read_png((folder / "page.png").string());
    fs::remove_all(folder);
    Ink ink;
    for (std::size_t at = 0; at < ink.values.size() && at * 3 < picture.values.size(); ++at) {
        ink.values[at] = static_cast<std::uint8_t>(255 - picture.values[at * 3]);
    }
    return ink;
}

TEST(OurGlyphs, LieWherePangoPutsThemOnScreenAndOnPaperInEveryLanguage) {
    constexpr double strays = 0.01;
    const Pango pango;
    for (std::size_t at = 0; at < check_in_pack().languages.size(); ++at) {
        const auto index = static_cast<content::LanguageIndex>(at);
        const auto& language = check_in_pack().language(index);
        const std::string text(check_in_pack().text(index, "advice.passport-consulate"));
        typeset::Style style;
        style.size = size;
        style.language = language.tag;
        if (language.direction == content::Direction::right_to_left) {
            style.direction = style.side = typeset::Direction::right_to_left;
        }
        const auto layout = tests::typesetter().lay_out(text, style, width - 2 * margin);
        const Ink theirs = pango.draw(text, style, layout);
        const Ink screen = draw_as_on_screen(layout);
        EXPECT_LE(astray(screen, theirs, 1), strays) << language.tag;
        EXPECT_LE(astray(theirs, screen, 1), strays) << language.tag;
        const Ink paper = draw_as_on_paper(layout);
        EXPECT_LE(astray(paper, theirs, 2), strays) << language.tag;
        EXPECT_LE(astray(theirs, paper, 2), strays) << language.tag;
        style.size = size * 1.1;
        const Ink larger = draw_as_on_screen(tests::typesetter().lay_out(text, style, width - 2 * margin));
        EXPECT_GT(astray(larger, theirs, 2), 10 * strays) << "a type a little larger has to be seen";
    }
}

}  // namespace
}  // namespace pocketplan
