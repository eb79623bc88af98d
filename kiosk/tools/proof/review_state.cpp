#include "kiosk/tools/proof/review_state.h"

#include <algorithm>
#include <limits>

#include "content/dates.h"

namespace pocketplan::proof {
namespace {

using content::LanguageIndex;
using content::TextIndex;

// A translation this much wider than its English is worth a second look; Spanish and French need about a fifth more.
constexpr double wide = 1.6;
// Points of English set at 10 points, about 12 letters. Shorter ones are not judged: a word is as long as it is.
constexpr double shortest_judged = 60;

double width_of(std::string_view text, const content::Language& language, const typeset::Typesetter& typesetter) {
    typeset::Style style;
    style.language = language.tag;
    return typesetter.lay_out(text, style, std::numeric_limits<double>::infinity()).width;
}

std::vector<bool> unchecked_texts(const content::Library& library, const content::Date& today) {
    std::vector<bool> unchecked(library.text_ids.size(), false);
    const auto overdue = content::overdue_sources(library, today);
    for (const auto& advice : library.advice) {
        const bool old = std::any_of(overdue.begin(), overdue.end(),
                                     [&](const content::Source* source) { return source->id == advice.source; });
        if (!old) continue;
        for (const auto& placement : advice.placements) unchecked[static_cast<std::size_t>(placement.text)] = true;
        if (advice.every_page) unchecked[static_cast<std::size_t>(*advice.every_page)] = true;
    }
    return unchecked;
}

}  // namespace

std::vector<ReviewState> review_states(const content::Library& library, LanguageIndex language,
                                       const content::Date& today, const typeset::Typesetter& typesetter) {
    const auto& reader = library.language(language);
    const auto& source = library.languages.front();
    const auto unchecked = unchecked_texts(library, today);
    std::vector<ReviewState> states(library.text_ids.size());
    for (std::size_t at = 0; at < states.size(); ++at) {
        states[at].unreviewed = content::is_unreviewed(reader);
        states[at].unchecked = unchecked[at];
        states[at].untranslated = library.is_gap(reader, at);
        const double english = width_of(source.texts[at], source, typesetter);
        states[at].over_long =
            english >= shortest_judged && width_of(reader.texts[at], reader, typesetter) > wide * english;
    }
    return states;
}

}  // namespace pocketplan::proof
