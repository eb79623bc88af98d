#include "content/compiler/characters.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <optional>
#include <regex>
#include <sstream>

#include "content/letters.h"

namespace pocketplan::content::compiler {
namespace {

struct Unwanted {
    char32_t first;
    char32_t last;
    const char* what;
};

// Ranges from Unicode's own chapters: C0 and C1 controls, UAX #9, 23.8 (specials, noncharacters), 23.9 (tags), 23.5
// (private use). A line break is allowed: some texts have two lines.
constexpr std::array<Unwanted, 15> unwanted{{{0x00, 0x09, "a control character"},
                                             {0x0B, 0x1F, "a control character"},
                                             {0x7F, 0x9F, "a control character"},
                                             {0x61C, 0x61C, "an invisible bidi mark"},
                                             {0x2028, 0x2029, "a line separator"},
                                             {0x202A, 0x202E, "an invisible bidi embedding or override"},
                                             {0x206A, 0x206F, "a deprecated control character"},
                                             {0xE000, 0xF8FF, "a private character"},
                                             {0xFDD0, 0xFDEF, "no character"},
                                             {0xFEFF, 0xFEFF, "a byte order mark"},
                                             {0xFFF9, 0xFFFB, "an interlinear annotation"},
                                             {0xFFFC, 0xFFFD, "the replacement for a lost character"},
                                             {0xFFFE, 0xFFFF, "no character"},
                                             {0xE0000, 0xE007F, "an invisible tag character"},
                                             {0xF0000, 0x10FFFF, "a private character"}}};

std::string named(char32_t point) {
    std::ostringstream name;
    name << "U+" << std::hex << std::uppercase << std::setw(4) << std::setfill('0') << static_cast<unsigned>(point);
    return name.str();
}

std::optional<std::string> unwanted_character(std::string_view text) {
    while (!text.empty()) {
        const char32_t point = first_code_point(text);
        const auto found = std::find_if(unwanted.begin(), unwanted.end(),
                                        [&](const Unwanted& u) { return point >= u.first && point <= u.last; });
        if (found != unwanted.end()) return "has " + std::string(found->what) + " (" + named(point) + "); take it out";
        text.remove_prefix(to_utf8(point).size());
    }
    return std::nullopt;
}

// Isolates must open and close in pairs within a line, because UAX #9 ends them with the line.
bool has_stray_isolate(std::string_view text) {
    int open = 0;
    while (!text.empty()) {
        const char32_t point = first_code_point(text);
        if (point == U'\n' && open != 0) return true;
        if (point >= 0x2066 && point <= 0x2068) ++open;
        if (point == 0x2069 && --open < 0) return true;
        text.remove_prefix(to_utf8(point).size());
    }
    return open != 0;
}

}  // namespace

std::vector<std::string> impurities(std::string_view text) {
    static const std::regex entity("&(#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);");
    static const std::regex tag("</?[A-Za-z][^<>]*>|<!--");
    std::vector<std::string> found;
    if (const auto broken = first_broken_byte(text)) return {"is not UTF-8; write it with an editor that saves UTF-8"};
    if (const auto character = unwanted_character(text)) found.push_back(*character);
    if (has_stray_isolate(text)) {
        found.emplace_back("has a bidi isolate (U+2066 to U+2069) without its other half; take it out");
    }
    std::cmatch markup;
    if (std::regex_search(text.begin(), text.end(), markup, entity)) {
        found.push_back("has the HTML entity '" + markup.str() + "'; write the character itself");
    }
    if (std::regex_search(text.begin(), text.end(), markup, tag)) {
        found.push_back("has the HTML tag '" + markup.str() + "'; a text has no markup, take it out");
    }
    return found;
}

}  // namespace pocketplan::content::compiler
