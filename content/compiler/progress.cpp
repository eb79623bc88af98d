#include "content/compiler/progress.h"

#include <cstdlib>
#include <numeric>

namespace pocketplan::content::compiler {
namespace {

std::string share(int done, int all) {
    return std::to_string(done) + " of " + std::to_string(all);
}

int sum(const std::array<int, text_parts>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0);
}

}  // namespace

TextPart part_of(std::string_view id) {
    if (id.starts_with("country.")) return TextPart::countries;
    const bool staff = id.starts_with("staff.") || id.starts_with("machine.") || id.starts_with("printer.notice.") ||
                       id.ends_with(".staff");
    return staff ? TextPart::staff : TextPart::visitors;
}

std::string_view title_of(TextPart part) {
    switch (part) {
        case TextPart::pack:
            return "Of this pack";
        case TextPart::visitors:
            return "For visitors";
        case TextPart::staff:
            return "For staff";
        case TextPart::countries:
            return "Countries";
    }
    std::abort();
}

void Progress::count(TextPart part, bool translated) {
    ++all[static_cast<std::size_t>(part)];
    if (translated) ++done[static_cast<std::size_t>(part)];
}

std::string describe(const Progress& progress) {
    constexpr std::array<const char*, text_parts> names{"pack", "visitors", "staff", "countries"};
    std::string parts;
    for (std::size_t at = 0; at < text_parts; ++at) {
        parts +=
            (parts.empty() ? "" : ", ") + std::string(names[at]) + " " + share(progress.done[at], progress.all[at]);
    }
    return progress.tag + ": " + share(sum(progress.done), sum(progress.all)) + " texts (" + parts + ")";
}

}  // namespace pocketplan::content::compiler
