#pragma once

#include <vector>

#include "content/library.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::proof {

// What a reader of the proof book should check first.
struct ReviewState {
    bool unreviewed = false;    // nobody has signed the translation
    bool unchecked = false;     // it states a fact whose source was not checked in time, or has expired
    bool untranslated = false;  // a draft that still has the English
    bool over_long = false;     // in our type, much wider than the English
};

// The states of one language's texts, by TextIndex; `today` decides what is unchecked.
std::vector<ReviewState> review_states(const content::Library& library, content::LanguageIndex language,
                                       const content::Date& today, const typeset::Typesetter& typesetter);

}  // namespace pocketplan::proof
