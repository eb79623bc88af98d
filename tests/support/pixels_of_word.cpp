#include "tests/support/pixels_of_word.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <variant>

#include "kiosk/papers/drawer.h"
#include "tests/support/pack.h"

namespace pocketplan::tests {
namespace {

// Of a word, in points.
struct Box {
    double left, top, right, bottom;
};

std::optional<Box> box_of(const page::PlacedText& placed, const std::string& word) {
    const std::string_view text{placed.layout.text.data(), placed.layout.text.size()};
    const auto begin = text.find(word);
    if (begin == std::string_view::npos) return std::nullopt;
    std::optional<Box> box;
    for (const auto& line : placed.layout.lines) {
        for (const auto& run : line.runs) {
            for (const auto& glyph : run.glyphs) {
                if (glyph.text_begin < begin || glyph.text_begin >= begin + word.size()) continue;
                const double left = placed.x + line.left + glyph.x;
                const double baseline = placed.y + line.baseline;
                if (!box) box = Box{left, baseline - 0.8 * run.size, left, baseline + 0.2 * run.size};
                box->left = std::min(box->left, left);
                box->right = std::max(box->right, left + glyph.advance);
            }
        }
    }
    return box;
}

std::vector<std::uint8_t> best_row(const papers::Image& image, const Box& box, double scale) {
    constexpr std::size_t least_length = 10;  // pixels, and so many greys: less may be anything
    constexpr std::size_t least_greys = 6;
    std::vector<std::uint8_t> best;
    std::size_t most = least_greys - 1;
    const auto column = [&](double points) { return std::clamp(static_cast<int>(points * scale), 0, image.width); };
    for (int y = static_cast<int>(box.top * scale); y < std::min(image.height, static_cast<int>(box.bottom * scale));
         ++y) {
        const auto row = image.grey.begin() + static_cast<std::ptrdiff_t>(y) * image.width;
        const auto inked = [](std::uint8_t grey) { return grey != 255 && grey != 0; };
        const auto first = std::find_if(row + column(box.left), row + column(box.right), inked);
        const std::vector<std::uint8_t> found(first, row + column(box.right));
        const auto greys = std::set(found.begin(), found.end()).size();
        if (found.size() < least_length || greys <= most) continue;
        most = greys;
        best = found;
    }
    return best;
}

}  // namespace

std::vector<std::uint8_t> row_of_word(const page::Page& page, const std::string& word, int width) {
    for (const auto& mark : page.marks) {
        const auto* const placed = std::get_if<page::PlacedText>(&mark);
        const auto box = placed == nullptr ? std::nullopt : box_of(*placed, word);
        if (!box) continue;
        papers::Drawer drawer(typesetter());
        auto row = best_row(drawer.draw(page, width), *box, width / page.size.width);
        if (!row.empty()) return row;
    }
    return {};
}

}  // namespace pocketplan::tests
