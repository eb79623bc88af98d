#pragma once

#include <array>
#include <string>
#include <string_view>

namespace pocketplan::content::compiler {

// Whose texts they are: a pack's own, or of the common ones those that visitors read, those that staff read, and the
// names of countries. A translator does them in this order.
enum class TextPart { pack, visitors, staff, countries };
inline constexpr std::size_t text_parts = 4;

// The part of a common text, by its id.
TextPart part_of(std::string_view id);
// As a translator reads it: "For visitors".
std::string_view title_of(TextPart part);

// How many texts of a language are translated.
struct Progress {
    std::string tag;
    std::array<int, text_parts> done{};
    std::array<int, text_parts> all{};

    void count(TextPart part, bool translated);
};

// "uk: 10 of 620 texts (pack 10 of 163, visitors 0 of 170, staff 0 of 70, countries 0 of 217)"
std::string describe(const Progress& progress);

}  // namespace pocketplan::content::compiler
