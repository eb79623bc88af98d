#pragma once

#include <vector>

#include "content/library.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::proof {

// What a reader of the proof book should look at first.
struct ReviewState {
    bool unreviewed = false;    // nobody has signed the translation
    bool stale = false;         // it says a fact whose source nobody checked in time, or which has expired
    bool untranslated = false;  // of a draft: still the English
    bool over_long = false;     // set in our type, much wider than its English
};

// By TextIndex, of one language; `today` decides what is stale.
std::vector<ReviewState> review_states(const content::Library& library, content::LanguageIndex language,
                                       const content::Date& today, const typeset::Typesetter& typesetter);

}  // namespace pocketplan::proof
