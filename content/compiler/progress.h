#pragma once

#include <array>
#include <string>
#include <string_view>

namespace pocketplan::content::compiler {

// Groups of texts: a pack's own; and of the common ones, those for visitors, those for staff, and the names of
// countries. A translator does them in this order.
enum class TextPart { pack, visitors, staff, countries };
inline constexpr std::size_t text_parts = 4;

// The group of a common text, by its id.
TextPart part_of(std::string_view id);
// Its name for translators: "For visitors".
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
