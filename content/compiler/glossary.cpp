#include "content/glossary.h"

#include <algorithm>

#include "content/compiler/parts.h"
#include "content/letters.h"

namespace pocketplan::content::compiler {
namespace {

constexpr std::size_t most_terms = 64;  // Glosser keeps a bit for each

// A term's forms in one language, longest first, so that the longest match is found.
Term read_term(const Yaml& node, const std::string& english, const std::string& tag) {
    Term term{english, {}};
    if (!node.has(tag.c_str())) {
        node.fault(tag + ": the glossary has no word for '" + english + "'; list how the translation writes it");
        return term;
    }
    for (const auto& form : node.list(tag.c_str())) {
        term.forms.push_back(form.text());
        if (bare(term.forms.back(), Accents::kept).empty())
            form.fault("expected how the translation writes '" + english + "'");
    }
    std::sort(term.forms.begin(), term.forms.end(),
              [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    return term;
}

bool has_term(const Language& language, std::string_view text, const Term& term) {
    return find_term(text, term, language).begin != std::string_view::npos;
}

// One word for one thing: if the English uses the term, the translation must use one of its forms.
void check_use(std::size_t at, const Term& term, const Catalogue& texts, const Kept& kept, const Library& library,
               Faults& faults) {
    const auto& language = library.languages[at];
    for (std::size_t i = 0; i < language.texts.size(); ++i) {
        const std::string& english = library.languages.front().texts[i];
        if (library.is_gap(language, i) || !says(without_names(english, kept), term.english) ||
            has_term(language, language.texts[i], term))
            continue;
        const auto& id = library.text_ids[i];
        faults.push_back({texts.place_of(at, id), language.tag + ": '" + id + "' does not write '" + term.english +
                                                      "' as the glossary says; use its word, or add yours to it"});
    }
}

}  // namespace

void read_glossary(const Yaml& root, const Tags& tags, const Catalogue& texts, const Kept& kept, Library& library,
                   Faults& faults) {
    const auto parts = root.list();
    if (parts.size() > most_terms) root.fault("more than 64 terms; keep those that papers and officers use");
    for (const auto& part : parts) {
        const std::string english = part.text("term");
        languages_of(part, "term", tags);
        for (std::size_t at = 1; at < library.languages.size(); ++at) {
            auto& language = library.languages[at];
            if (language.review == Review::draft && !part.has(language.tag.c_str())) continue;
            Term term = read_term(part, english, language.tag);
            if (!term.forms.empty()) check_use(at, term, texts, kept, library, faults);
            language.glossary.push_back(std::move(term));
        }
    }
}

}  // namespace pocketplan::content::compiler
