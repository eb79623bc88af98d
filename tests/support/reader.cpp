#include "tests/support/reader.h"

#include <algorithm>
#include <map>
#include <vector>

#include "content/letters.h"
#include "tests/support/process.h"

namespace pocketplan::tests {
namespace {

// The language packs of tesseract, by our tags.
const std::map<std::string, std::string> packs{{"en", "eng"},          {"es", "spa"},   {"pt-BR", "por"}, {"ht", "hat"},
                                               {"zh-Hans", "chi_sim"}, {"pa", "pan"},   {"ru", "rus"},    {"ar", "ara"},
                                               {"fr", "fra"},          {"tr", "tur"},   {"hi", "hin"},    {"bn", "ben"},
                                               {"vi", "vie"},          {"fa-AF", "fas"}};

bool is_unread(char32_t c) {
    const bool steers = (c >= 0x200B && c <= 0x200F) || (c >= 0x2066 && c <= 0x2069);
    return steers || c == U' ' || c == U'\n' || c == U'\f' || c == U'\t' || c == U'\u00A0' || c == U'\u202F';
}

char32_t one_kind(char32_t c) {
    if (c == U'’' || c == U'‘') return U'\'';
    if (c == U'“' || c == U'”' || c == U'«' || c == U'»') return U'"';
    if (c == U'–' || c == U'—') return U'-';
    return c;
}

}  // namespace

std::string read_by_eye(const std::filesystem::path& picture, const std::string& tag) {
    const auto& pack = packs.at(tag);
    const std::string languages = tag == "en" ? pack : pack + "+eng";
    return run({"env", "OMP_THREAD_LIMIT=1", "tesseract", picture.string(), "-", "-l", languages, "--psm", "4"}).out;
}

std::u32string plainly(std::string_view utf8) {
    std::u32string plain;
    while (!utf8.empty()) {
        const char32_t c = content::first_code_point(utf8);
        if (!is_unread(c)) plain += one_kind(c);
        utf8.remove_prefix(c == 0 ? 1 : content::to_utf8(c).size());
    }
    return plain;
}

double reading_accuracy(std::string_view intended, std::string_view seen) {
    const auto wanted = plainly(intended);
    const auto found = plainly(seen);
    if (wanted.empty()) return 1;
    // Levenshtein's distance, row by row.
    std::vector<std::size_t> row(found.size() + 1);
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = i;
    for (std::size_t k = 1; k <= wanted.size(); ++k) {
        std::size_t corner = row[0];
        row[0] = k;
        for (std::size_t i = 1; i < row.size(); ++i) {
            const std::size_t kept = corner + (wanted[k - 1] == found[i - 1] ? 0 : 1);
            corner = row[i];
            row[i] = std::min({row[i] + 1, row[i - 1] + 1, kept});
        }
    }
    return std::max(0.0, 1 - static_cast<double>(row.back()) / static_cast<double>(wanted.size()));
}

}  // namespace pocketplan::tests
