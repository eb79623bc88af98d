#pragma once

#include <cstdint>
#include <string_view>

#include "content/phrase.h"

namespace pocketplan::content {

// Adds the English of a glossary term in brackets after its first use on a paper, because papers and officers use the
// English: "cita (check-in)". One Glosser per paper; it gets the paper's texts in reading order.
class Glosser {
public:
    explicit Glosser(const Language& language) : language_(language) {}

    PhraseText gloss(std::string_view text);

private:
    const Language& language_;
    std::uint64_t said_ = 0;  // bit n: Language::glossary[n]
};

// The position of a term in a text of this language: from its beginning to the end of its last word. Both npos if it is
// not there.
struct Span {
    std::size_t begin = std::string_view::npos;
    std::size_t end = std::string_view::npos;
};
Span find_term(std::string_view text, const Term& term, const Language& language);

}  // namespace pocketplan::content
