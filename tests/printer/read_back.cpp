#include "tests/printer/read_back.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <variant>

#include "tests/printer/papers.h"

namespace pocketplan::tests {
namespace {

// Spaces, including no-break and ideographic ones, and everything that steers directions (UAX 9).
constexpr std::array<std::string_view, 16> invisible{" ",      "\n",     "\f",     "\u00a0", "\u200e", "\u200f",
                                                     "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066",
                                                     "\u2067", "\u2068", "\u2069", "\u3000"};

void erase_all(std::string& text, std::string_view part) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at)) text.erase(at, part.size());
}

std::u32string code_points(const std::string& utf8) {
    std::u32string points;
    for (const char each : utf8) {
        const auto byte = static_cast<unsigned char>(each);
        if ((byte & 0xC0U) == 0x80) {
            points.back() = points.back() << 6U | (byte & 0x3FU);
        } else {
            points.push_back(byte < 0x80 ? byte : byte < 0xE0 ? byte & 0x1FU : byte < 0xF0 ? byte & 0x0FU : byte & 7U);
        }
    }
    return points;
}

// The fewest edits that turn `line` into any part of `read`.
std::size_t fewest_edits(const std::u32string& line, const std::u32string& read) {
    std::vector<std::size_t> row(read.size() + 1, 0);
    for (std::size_t i = 1; i <= line.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t k = 1; k <= read.size(); ++k) {
            const std::size_t kept = diagonal + (line[i - 1] == read[k - 1] ? 0 : 1);
            diagonal = row[k];
            row[k] = std::min({kept, row[k] + 1, row[k - 1] + 1});
        }
    }
    return *std::min_element(row.begin(), row.end());
}

// The position of a line: its page, and its ink there.
struct Spot {
    std::size_t page;
    Ink ink;
};

std::vector<Spot> lines_with(const std::string& number, std::span<const page::Page> pages) {
    std::vector<Spot> spots;
    for (std::size_t at = 0; at < pages.size(); ++at) {
        for (const auto& mark : pages[at].marks) {
            const auto* const placed = std::get_if<page::PlacedText>(&mark);
            if (placed == nullptr) continue;
            for (const auto& line : placed->layout.lines) {
                const auto text = text_of(line, placed->layout);
                const bool latin = std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
                if (!latin || text.find(number) == std::string::npos) continue;
                const double size = line.runs.front().size;
                spots.push_back({at, ink_in(*placed, line.left, line.baseline - 0.8 * size, line.left + line.width,
                                            line.baseline + 0.25 * size, size)});
            }
        }
    }
    return spots;
}

// The positions of a number's glyphs, which may be in a line of another script.
std::vector<Spot> glyphs_of(const std::string& number, std::span<const page::Page> pages) {
    std::vector<Spot> spots;
    for (std::size_t at = 0; at < pages.size(); ++at) {
        for (const auto& mark : pages[at].marks) {
            const auto* const placed = std::get_if<page::PlacedText>(&mark);
            if (placed == nullptr) continue;
            const auto& text = placed->layout.text;
            const auto begin = std::search(text.begin(), text.end(), number.begin(), number.end()) - text.begin();
            const auto end = begin + static_cast<std::ptrdiff_t>(number.size());
            for (const auto& line : placed->layout.lines) {
                double left = 1e9;
                double right = -1e9;
                double size = 0;
                for (const auto& run : line.runs) {
                    for (const auto& glyph : run.glyphs) {
                        if (glyph.text_begin < begin || glyph.text_begin >= end) continue;
                        left = std::min(left, line.left + glyph.x);
                        right = std::max(right, line.left + glyph.x + glyph.advance);
                        size = run.size;
                    }
                }
                if (size == 0) continue;
                spots.push_back(
                    {at, ink_in(*placed, left, line.baseline - 0.8 * size, right, line.baseline + 0.25 * size, size)});
            }
        }
    }
    return spots;
}

// In convert(1)'s syntax: a rectangle of the picture, slightly wider than the ink.
std::string place_of(const Ink& ink, const std::string& dots) {
    const double scale = std::stod(dots) / 72;
    constexpr double around = 3;
    std::array<char, 64> place{};
    std::snprintf(place.data(), place.size(), "%.0fx%.0f+%.0f+%.0f", (ink.right - ink.left + 2 * around) * scale,
                  (ink.bottom - ink.top + 2) * scale, (ink.left - around) * scale, (ink.top - 1) * scale);
    return place.data();
}

std::string read_line(const std::filesystem::path& picture, const std::string& dots, const Ink& ink,
                      const char* closer) {
    const auto line = picture.parent_path() / "line.png";
    const char* const turned = ink.turn == page::Turn::none ? "0" : "180";
    run({"convert", picture.string(), "-crop", place_of(ink, dots), "+repage", "-rotate", turned, "-bordercolor",
         "white",   "-border",        "20",    "-colorspace",       "gray",    "-depth",  "8",    "-resize",
         closer,    "-blur",          "0x1",   line.string()});
    return without_spaces(read_by_eye(line, dots, "eng", Look::line));
}

}  // namespace

std::vector<std::string> readings_of(const std::string& number, std::span<const page::Page> pages,
                                     const std::vector<std::filesystem::path>& pictures, const std::string& dots) {
    std::vector<std::string> readings;
    for (const auto& [page, ink] : lines_with(number, pages)) {
        for (const char* closer : {"200%", "250%", "300%", "400%"})
            readings.push_back(read_line(pictures.at(page), dots, ink, closer));
    }
    return readings;
}

std::string read_within(const std::vector<std::string>& numbers, std::span<const page::Page> pages,
                        const std::vector<std::filesystem::path>& pictures, const std::string& dots) {
    std::vector<std::string> call{"convert"};
    for (const auto& number : numbers) {
        for (const auto& [page, ink] : glyphs_of(number, pages)) {
            call.insert(call.end(), {"(", pictures.at(page).string(), "-crop", place_of(ink, dots), "+repage",
                                     "-bordercolor", "white", "-border", "20", ")"});
        }
    }
    const auto all = pictures.front().parent_path() / "numbers.png";
    call.insert(call.end(),
                {"-colorspace", "gray", "-depth", "8", "-append", "-resize", "200%", "-blur", "0x1", all.string()});
    run(call);
    return without_spaces(read_by_eye(all, dots, "eng", Look::page));
}

std::string without_spaces(const std::string& utf8) {
    std::string kept = utf8;
    for (const auto part : invisible) erase_all(kept, part);
    return kept;
}

std::string text_of(const typeset::Line& line, const typeset::Layout& layout) {
    std::size_t begin = layout.text.size();
    std::size_t end = 0;
    for (const auto& run : line.runs) {
        for (const auto& glyph : run.glyphs) {
            begin = std::min<std::size_t>(begin, glyph.text_begin);
            end = std::max<std::size_t>(end, glyph.text_end);
        }
    }
    return begin < end ? without_spaces(std::string(layout.text.data() + begin, end - begin)) : std::string();
}

std::string seen_in(const typeset::Layout& layout) {
    std::string seen;
    for (const auto& line : layout.lines) {
        for (const auto& run : line.runs) {
            for (const auto& glyph : run.glyphs) {
                seen.append(layout.text.data() + glyph.text_begin, glyph.text_end - glyph.text_begin);
            }
        }
        seen += '\n';
    }
    erase_all(seen, " ");
    for (const char* steering : {"\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u202d"}) erase_all(seen, steering);
    return seen;
}

std::vector<std::string> lines_of(const page::Page& page) {
    std::vector<std::string> lines;
    for (const auto& mark : page.marks) {
        const auto* const placed = std::get_if<page::PlacedText>(&mark);
        if (placed == nullptr) continue;
        for (const auto& line : placed->layout.lines) lines.push_back(text_of(line, placed->layout));
    }
    return lines;
}

std::string read_by_eye(const std::filesystem::path& picture, const std::string& dots, const std::string& packs,
                        Look look) {
    // Page segmentation: a column of text of several sizes, or a single line (tesseract(1), --psm).
    const char* const layout = look == Look::page ? "4" : "7";
    return run({"env", "OMP_THREAD_LIMIT=1", "tesseract", picture.string(), "-", "--dpi", dots, "-l", packs, "--psm",
                layout})
        .out;
}

std::string read_page_by_eye(const page::Page& page, const std::filesystem::path& picture, const std::string& dots,
                             const std::string& packs) {
    auto said = read_by_eye(picture, dots, packs, Look::page);
    const auto ink = ink_of(page);
    const bool turned = std::any_of(ink.begin(), ink.end(), [](const Ink& i) { return i.turn == page::Turn::half; });
    if (!turned) return said;
    const auto upside_down = picture.parent_path() / "turned.png";
    run({"convert", picture.string(), "-rotate", "180", upside_down.string()});
    return said + read_by_eye(upside_down, dots, packs, Look::page);
}

double share_read(const std::vector<std::string>& lines, const std::string& read) {
    const auto all = code_points(without_spaces(read));
    std::size_t characters = 0;
    std::size_t wrong = 0;
    for (const auto& line : lines) {
        const auto expected = code_points(line);
        characters += expected.size();
        wrong += fewest_edits(expected, all);
    }
    return characters == 0 ? 0 : 1 - static_cast<double>(wrong) / static_cast<double>(characters);
}

}  // namespace pocketplan::tests
