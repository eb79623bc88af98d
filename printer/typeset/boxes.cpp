#include "printer/typeset/text.h"

namespace pocketplan::typeset {

std::pmr::vector<Box> boxes_of(const Layout& layout) {
    std::pmr::vector<Box> boxes;
    if (layout.missing.empty()) return boxes;
    for (const auto& line : layout.lines) {
        for (const auto& run : line.runs) {
            const double thick = run.size / 18;
            const double capital = 0.714 * run.size;  // Noto Sans: a box is as tall as its capitals
            for (const auto& glyph : run.glyphs) {
                if (glyph.id != Glyph::missing) continue;
                boxes.push_back(
                    {line.left + glyph.x + thick, line.baseline - capital, glyph.advance - 2 * thick, capital, thick});
            }
        }
    }
    return boxes;
}

}  // namespace pocketplan::typeset
