#pragma once

#include <string>
#include <vector>

#include "content/library.h"

namespace pocketplan::content {

// What a centre sets for its own machine (/etc/pocketplan/local.yaml; docs/OPERATING.md). Nothing about any visitor.
struct Local {
    std::vector<LocalLine> lines;        // the lines that the centre fills in
    std::vector<std::string> off;        // fact ids of extras that are not to be printed
    std::vector<std::string> languages;  // tags that are on; empty: all that a person has reviewed
};

// Puts the centre's lines into the library, and removes the extras that the centre turned off.
void apply_local(Library& library, const Local& local);

// Leaves only the languages that are on, and the source language. Call it before any visit: earlier LanguageIndex
// values are no longer valid.
void keep_languages(Library& library, const Local& local);

// Removes incomplete translations.
void drop_drafts(Library& library);

}  // namespace pocketplan::content
