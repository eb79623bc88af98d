#include "kiosk/tools/preview/missing_glyphs.h"

#include <array>
#include <cstdio>
#include <limits>
#include <set>

namespace pocketplan::preview {

std::vector<std::string> missing_glyphs(const content::Answers& answers, const content::Library& library,
                                        const typeset::Typesetter& typesetter) {
    std::vector<std::string> lines;
    const auto look_at = [&](const std::string& key, const content::Words& words) {
        const auto layout = typesetter.lay_out(words.view(), {}, std::numeric_limits<double>::infinity());
        std::string numbers;
        for (const char32_t point : std::set<char32_t>(layout.missing.begin(), layout.missing.end())) {
            std::array<char, 16> number{};
            std::snprintf(number.data(), number.size(), "U+%04lX", static_cast<unsigned long>(point));
            numbers += (numbers.empty() ? "" : ", ") + std::string(number.data());
        }
        if (numbers.empty()) return;
        lines.push_back(key + ": no font of ours has " + numbers + "; printed as a box, with a line to write on");
    };
    for (std::size_t at = 0; at < library.questions.size(); ++at) {
        const auto& answer = answers[static_cast<content::QuestionIndex>(at)];
        const auto& question = library.questions[at];
        if (const auto* words = std::get_if<content::Words>(&answer)) look_at(question.id, *words);
        const auto* const people = std::get_if<content::People>(&answer);
        for (std::size_t one = 0; people != nullptr && one < people->size(); ++one) {
            const auto place = question.at_most == 1 ? question.id : question.id + "[" + std::to_string(one) + "]";
            look_at(place + ".name", (*people)[one].name);
        }
    }
    return lines;
}

}  // namespace pocketplan::preview
