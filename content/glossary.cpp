#include "content/glossary.h"

#include <algorithm>
#include <iterator>

#include "content/letters.h"

namespace pocketplan::content {
namespace {

// Han text has no spaces between words.
bool has_spaces(std::string_view script) {
    return script != "Hans" && script != "Hant";
}

// The end of the word that contains `at`: a space, ASCII punctuation, or the punctuation of our scripts. What follows a
// stem within a word, for example a case ending, is letters and marks.
std::size_t end_of_word(std::string_view text, std::size_t at) {
    constexpr std::string_view ascii = " \n.,:;!?()[]{}/\"'-";
    constexpr std::string_view wide[] = {"\u060C", "\u061B", "\u061F", "\u0964", "\u2019", "\u201C", "\u201D",
                                         "\u00AB", "\u00BB", "\u2066", "\u2068", "\u2069", "\u00A0"};
    for (; at < text.size(); ++at) {
        if (ascii.find(text[at]) != std::string_view::npos) return at;
        const auto rest = text.substr(at);
        if (std::any_of(std::begin(wide), std::end(wide), [&](auto mark) { return rest.starts_with(mark); })) return at;
    }
    return at;
}

// Capitalised, as at the beginning of a sentence.
std::string capitalised(const std::string& form, std::string_view language) {
    const char32_t first = first_code_point(form);
    return to_utf8(capital_of(first, language)) + form.substr(to_utf8(first).size());
}

}  // namespace

Span find_term(std::string_view text, const Term& term, const Language& language) {
    for (const auto& form : term.forms) {
        const auto at = std::min(text.find(form), text.find(capitalised(form, language.tag)));
        if (at == std::string_view::npos) continue;
        const auto end = at + form.size();
        return {at, has_spaces(language.script) ? end_of_word(text, end) : end};
    }
    return {};
}

PhraseText Glosser::gloss(std::string_view text) {
    struct Use {
        Span span;
        std::size_t term = 0;
    };
    std::pmr::vector<Use> uses;
    for (std::size_t n = 0; n < language_.glossary.size(); ++n) {
        const auto span = find_term(text, language_.glossary[n], language_);
        if (span.begin != std::string_view::npos) uses.push_back({span, n});
    }
    // Of overlapping terms the longest is meant: "notice of a check-in" is not "check-in".
    std::sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    PhraseText glossed;
    std::size_t from = 0;
    for (const auto& use : uses) {
        if (use.span.begin < from) continue;
        glossed.insert(glossed.end(), text.begin() + static_cast<std::ptrdiff_t>(from),
                       text.begin() + static_cast<std::ptrdiff_t>(use.span.end));
        from = use.span.end;
        if ((said_ >> use.term & 1U) != 0) continue;
        said_ |= std::uint64_t{1} << use.term;
        const auto& english = language_.glossary[use.term].english;
        const auto bracket = fill(" ({term})", {{"term", english, ValueDirection::isolated}});
        glossed.insert(glossed.end(), bracket.begin(), bracket.end());
    }
    glossed.insert(glossed.end(), text.begin() + static_cast<std::ptrdiff_t>(from), text.end());
    return glossed;
}

}  // namespace pocketplan::content
